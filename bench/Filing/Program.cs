using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Azure.Core;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Tests.Graph;

// The double is a process of its own: its memory is not the program's.
if (args is ["double"])
{
    await using var graph = await GraphDouble.StartAsync(new GraphDoubleOptions { KeepBytes = false });
    Console.WriteLine($"{graph.Endpoint} {graph.DriveId} {graph.Token}");
    await Console.In.ReadLineAsync();
    Console.WriteLine($"{graph.MostAtOnce} {graph.Library.Files().Count} {graph.Violations.Count} {graph.TokensElsewhere}");
    return;
}

const int Documents = 1000, DocumentBytes = 40_000, Large = 10, LargeBytes = 60_000_000, AtOnce = 6;
using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "dotnet", [.. Environment.GetCommandLineArgs()[..1].Where(one => one.EndsWith(".dll", StringComparison.Ordinal) && Environment.ProcessPath?.EndsWith("dotnet", StringComparison.Ordinal) == true), "double"])
{
    RedirectStandardInput = true,
    RedirectStandardOutput = true,
}) ?? throw new InvalidOperationException();
var told = ((await child.StandardOutput.ReadLineAsync()) ?? "").Split(' ');
var settings = new GraphSettings { Endpoint = new Uri(told[0]), Drive = told[1] };
var scratch = Directory.CreateTempSubdirectory("filing-bench-");
try
{
    var documents = Enumerable.Range(0, Documents).Select(i => Make(scratch.FullName, $"d{i}.pdf", DocumentBytes)).ToList();
    var large = Enumerable.Range(0, Large).Select(i => Make(scratch.FullName, $"l{i}.pdf", LargeBytes)).ToList();
    using var drive = new GraphDrive(settings, () => GraphAccount.Open(settings, new Fixed(told[2])), TimeProvider.System);

    // Started, signed in and compiled before the clock runs.
    await FileAsync(drive, documents[..20], "warm", AtOnce);
    var before = Process.GetCurrentProcess().WorkingSet64;
    var small = await FileAsync(drive, documents, "d", AtOnce);
    var peakSmall = Peak();
    var big = await FileAsync(drive, large, "l", AtOnce);
    var floor = await BareAsync(settings, told[2], documents);
    Console.WriteLine($"documents {Documents} x {DocumentBytes / 1000} kB: {small.TotalSeconds:F1} s, {Documents / small.TotalSeconds:F0} a second, {small / floor:F1} times {Documents} bare requests one after the other ({floor.TotalSeconds:F1} s)");
    Console.WriteLine($"large {Large} x {LargeBytes / 1_000_000} MB: {big.TotalSeconds:F1} s, {Large * (LargeBytes / 1e6) / big.TotalSeconds:F0} MB a second");
    Console.WriteLine($"memory before {before >> 20} MB, at its highest {peakSmall >> 20} MB with documents, {Peak() >> 20} MB with large files ({Large * LargeBytes >> 20} MB sent)");
    await child.StandardInput.WriteLineAsync();
    var seen = ((await child.StandardOutput.ReadLineAsync()) ?? "").Split(' ');
    Console.WriteLine($"uploads in flight {seen[0]}, files there {seen[1]}, breaches of the contract {seen[2]}, tokens sent elsewhere {seen[3]}");
}
finally
{
    child.StandardInput.Close();
    scratch.Delete(recursive: true);
}

static long Peak()
{
    using var self = Process.GetCurrentProcess();
    return self.PeakWorkingSet64;
}

static DriveContent Make(string folder, string name, int length)
{
    var path = Path.Combine(folder, name);
    using (var file = File.Create(path))
    {
        var block = new byte[1 << 16];
        var random = new Random(name.GetHashCode(StringComparison.Ordinal));
        for (var left = length; left > 0; left -= block.Length)
        {
            random.NextBytes(block);
            file.Write(block, 0, Math.Min(left, block.Length));
        }
    }

    using var written = File.OpenRead(path);
    return new DriveContent(Convert.ToHexStringLower(SHA256.HashData(written)), length, _ => Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true)));
}

static async Task<TimeSpan> FileAsync(GraphDrive drive, List<DriveContent> contents, string folder, int atOnce)
{
    var columns = new Dictionary<string, string> { ["文号"] = "源安办函〔2021〕3号", ["文种"] = "督办函", ["主送"] = "县应急局", ["成文日期"] = "2021-03-05", ["密级"] = "无" };
    var clock = Stopwatch.StartNew();
    await Parallel.ForEachAsync(Enumerable.Range(0, contents.Count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, stop) =>
        await Placement.PlaceAsync(drive, new PlacingOrder($"2021年/{folder}/部门{i % 30}/{i}.pdf", contents[i], [], WhenOther.Version, columns), stop));
    return clock.Elapsed;
}

static async Task<TimeSpan> BareAsync(GraphSettings settings, string token, List<DriveContent> contents)
{
    using var http = new HttpClient();
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    var clock = Stopwatch.StartNew();
    for (var i = 0; i < contents.Count; i++)
    {
        await using var stream = await contents[i].OpenAsync(CancellationToken.None);
        using var body = new StreamContent(stream);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await http.PutAsync(new Uri($"{settings.Endpoint}/drives/{settings.Drive}/root:/bare{i}.pdf:/content"), body);
        response.EnsureSuccessStatusCode();
    }

    return clock.Elapsed;
}

internal sealed class Fixed(string token) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
