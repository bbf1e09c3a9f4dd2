using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using YiyuanSafety.Tests;

namespace YiyuanSafety.EndToEnd;

/// <summary>The service is killed again and again in the middle of its work and loses nothing.</summary>
public sealed class CrashTests
{
    private const int Papers = 200;
    private const int Kills = 50;

    [Fact]
    public async Task A_batch_of_200_papers_survives_50_kills()
    {
        // A run without a kill says what must come out.
        using var scratch = new Scratch();
        Dictionary<string, string> expected;
        await using (var calm = await Serving.StartAsync(scratch.Path("calm")))
        {
            var done = await calm.EndAsync(await BeginAsync(calm));
            Assert.Equal("done", $"{done["state"]}");
            expected = await ContentsAsync(calm);
        }

        var data = scratch.Path("data");
        var random = new Random(20211);
        string job;
        await using (var first = await Serving.StartAsync(data))
            job = $"{(await BeginAsync(first))["id"]}";
        var seen = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % 5 == 4)
                await KillWhileStartingAsync(data, random);
            else
                seen = await KillAfterAsync(data, job, seen + random.Next(0, 8), random);
        }

        Assert.InRange(seen, 50, Papers);
        await using var last = await Serving.StartAsync(data);
        var ended = await last.EndAsync(await last.GetAsync($"jobs/{job}"));
        Assert.Equal(("done", $"{Papers}", "0"), ($"{ended["state"]}", $"{ended["done"]}", $"{ended["failed"]}"));
        Assert.Equal(expected, await ContentsAsync(last));
        await AssertNumbersAsync(last);
        await last.KillAsync();
        AssertSound(Path.Combine(data, "ledger.db"));
    }

    [Fact]
    public async Task Two_services_on_one_store_finish_the_batch_though_one_is_killed_again_and_again()
    {
        await using var database = await PostgresDatabase.MakeAsync();
        var storage = Environment.GetEnvironmentVariable("YIYUAN_TEST_AZURITE");
        if (storage is not { Length: > 0 })
            Assert.Skip("没有 Azurite：请用 tests/azurite.sh 运行测试。");
        using var scratch = new Scratch();
        var container = "files-" + Guid.NewGuid().ToString("N");
        Task<Serving> Start(string name) => Serving.StartAsync(start =>
        {
            start.Environment["YIYUAN__DATA"] = scratch.Path(name);
            start.Environment["YIYUAN__POSTGRES"] = database.Connection;
            start.Environment["YIYUAN__STORAGE__CONNECTIONSTRING"] = storage;
            start.Environment["YIYUAN__STORAGE__CONTAINER"] = container;
        });

        await using var steady = await Start("steady");
        var random = new Random(20212);
        var job = $"{(await BeginAsync(steady))["id"]}";
        var now = 0;
        for (var kill = 0; kill < 6; kill++)
        {
            // The steady one is busy with the first job, so the other takes the second, and the lease that dies with it must run out.
            await using var other = await Start("other");
            if (kill == 0)
                await other.PostAsync("documents", await MoreAsync(other));
            var until = now + random.Next(1, 15);
            for (var state = ""; now < until && state is "" or "queued" or "running";)
            {
                var row = await other.GetAsync($"jobs/{job}");
                (now, state) = (row["done"]?.GetValue<int>() ?? 0, $"{row["state"]}");
            }

            await other.KillAsync();
        }

        var ended = await steady.EndAsync(await steady.GetAsync($"jobs/{job}"));
        Assert.Equal(("done", $"{Papers}", "0"), ($"{ended["state"]}", $"{ended["done"]}", $"{ended["failed"]}"));
        foreach (var row in await steady.AllAsync("jobs"))
            Assert.Equal("done", $"{(await steady.EndAsync(row))["state"]}");
        await ContentsAsync(steady);
        await AssertNumbersAsync(steady);
    }

    // The same papers asked for once more while they are being made: a second job for the second service.
    private static async Task<object> MoreAsync(Serving service)
    {
        var plan = $"{(await service.AllAsync("plans"))[0]["id"]}";
        var tasks = (await service.AllAsync($"tasks?plan={plan}")).ConvertAll(task => $"{task["number"]}");
        return new { plan, number = true, orders = Orders(tasks) };
    }

    private static List<Letter> Orders(List<string> tasks) => Enumerable.Range(0, Papers)
        .Select(i => new Letter("supervisionLetter", [tasks[i % tasks.Count], tasks[(i + 1 + (i / tasks.Count)) % tasks.Count]], "2021-03-05", "2021-04-06"))
        .ToList();

    // 200 letters, each with a number of its own.
    internal static async Task<JsonNode> BeginAsync(Serving service)
    {
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        var tasks = (await service.AllAsync($"tasks?plan={plan}")).ConvertAll(task => $"{task["number"]}");
        return await service.PostAsync("documents", new { plan, number = true, orders = Orders(tasks) });
    }

    // Path → hash, each file as it really lies there, with the number that the ledger has printed in it.
    internal static async Task<Dictionary<string, string>> ContentsAsync(Serving service)
    {
        var papers = await service.AllAsync("documents");
        Assert.Equal(Papers, papers.Count);
        foreach (var paper in papers)
        {
            Assert.Equal("1", $"{paper["revision"]}");
            var file = await service.Client.GetByteArrayAsync($"documents/{paper["id"]}/file", TestContext.Current.CancellationToken);
            Assert.Equal($"{paper["hash"]}", Convert.ToHexStringLower(SHA256.HashData(file)));
            using var zip = new ZipArchive(new MemoryStream(file));
            using var main = new StreamReader((zip.GetEntry("word/document.xml") ?? throw new InvalidDataException()).Open(), Encoding.UTF8);
            var text = System.Text.RegularExpressions.Regex.Replace(await main.ReadToEndAsync(TestContext.Current.CancellationToken), "<[^>]+>", "");
            Assert.Contains($"{paper["number"]}", text, StringComparison.Ordinal);
        }

        return papers.ToDictionary(paper => $"{paper["path"]}", paper => $"{paper["hash"]}", StringComparer.Ordinal);
    }

    internal static async Task AssertNumbersAsync(Serving service)
    {
        var numbers = await service.AllAsync("numbers");
        Assert.Equal(Enumerable.Range(1, Papers), numbers.Select(number => number["serial"]?.GetValue<int>() ?? 0).Order());
        Assert.Equal(Papers, numbers.Select(number => $"{number["documentId"]}").Distinct().Count());
        Assert.All(numbers, number => Assert.Null(number["voidedBecause"]));
    }

    private static async Task KillWhileStartingAsync(string data, Random random)
    {
        using var process = Serving.Spawn(static _ => { }, "--data", data);
        await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(random.Next(1, 900), TestContext.Current.CancellationToken));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> KillAfterAsync(string data, string job, int done, Random random)
    {
        await using var service = await Serving.StartAsync(data);
        var now = 0;
        while (true)
        {
            var state = await service.GetAsync($"jobs/{job}");
            now = state["done"]?.GetValue<int>() ?? 0;
            Assert.Equal("0", $"{state["failed"]}");
            if (now >= done || $"{state["state"]}" is not ("queued" or "running"))
                break;
        }

        // A moment more, so that the kill falls between any two writes.
        await Task.Delay(random.Next(0, 25), TestContext.Current.CancellationToken);
        await service.KillAsync();
        return now;
    }

    private static void AssertSound(string file)
    {
        using var ledger = new SqliteConnection($"Data Source={file}");
        ledger.Open();
        foreach (var (check, expected) in new[] { ("PRAGMA integrity_check", "ok"), ("SELECT count(*) FROM pragma_foreign_key_check", "0") })
        {
            using var command = ledger.CreateCommand();
            command.CommandText = check;
            Assert.Equal(expected, $"{command.ExecuteScalar()}");
        }
    }

    private sealed record Letter(string Kind, string[] Tasks, string Date, string ReplyBy);
}
