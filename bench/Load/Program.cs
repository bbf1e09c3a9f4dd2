using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

// Load on a service over loopback: load ADDRESS PROCESS-ID. Prints lines "name value".
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
const int Plans = 25;
const int TasksOfPlan = 400;
const int Readers = 64;
const int Batches = 20;
var (address, process) = (new Uri(args[0]), int.Parse(args[1], CultureInfo.InvariantCulture));
using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers + Batches }) { BaseAddress = new Uri(address, "/api/v1/") };

var plans = new List<string>();
for (var i = 0; i < Plans; i++)
    plans.Add(await ImportAsync(Document(i)));
var tasks = new List<(string Id, string Plan, string Number)>();
foreach (var plan in plans)
    tasks.AddRange((await GetAsync($"tasks?plan={plan}&limit=500"))["items"]!.AsArray().Select(task => ($"{task!["id"]}", plan, $"{task["number"]}")));
Console.WriteLine($"tasks {tasks.Count}");

// What people look at: lists with and without filters, single tasks, the papers of a plan.
string[] bodies = ["县应急局", "县公安局", "县教育和体育局", "县交通运输局", "县住房和城乡建设局"];
string Question(Random random)
{
    var plan = plans[random.Next(plans.Count)];
    return random.Next(10) switch
    {
        < 4 => $"tasks?plan={plan}&limit=50",
        < 6 => $"tasks?plan={plan}&limit=50&body={Uri.EscapeDataString(bodies[random.Next(bodies.Length)])}",
        < 7 => $"tasks?plan={plan}&limit=50&q={Uri.EscapeDataString($"隐患{random.Next(TasksOfPlan)}")}",
        < 9 => $"tasks/{tasks[random.Next(tasks.Count)].Id}",
        _ => $"documents?plan={plan}&limit=50",
    };
}

await ReadAsync(TimeSpan.FromSeconds(5));
Report("quiet", await ReadAsync(TimeSpan.FromSeconds(20)));

// Twenty batches at once, with the readers still there.
var clock = Stopwatch.StartNew();
var reading = ReadAsync(TimeSpan.FromSeconds(20));
var jobs = await Task.WhenAll(Enumerable.Range(0, Batches).Select(async i =>
{
    var own = tasks.Where(task => task.Plan == plans[i]).Take(20).Select(task => new { kind = "supervisionLetter", tasks = new[] { task.Number }, date = "2021-03-05", replyBy = "2021-04-06" });
    using var answer = await client.PostAsJsonAsync("documents", new { plan = plans[i], number = true, orders = own });
    answer.EnsureSuccessStatusCode();
    return $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]}";
}));
var done = 0;
foreach (var job in jobs)
{
    var ended = await EndAsync(job);
    done += ended["done"]!.GetValue<int>();
    if ($"{ended["state"]}" != "done")
        throw new InvalidOperationException($"A batch ended as {ended["state"]}: {ended["error"]}");
}

var time = clock.Elapsed;
Report("busy", await reading);
var numbers = new List<int>();
for (var cursor = ""; cursor is not null;)
{
    var page = await GetAsync($"numbers?limit=500&cursor={cursor}");
    numbers.AddRange(page["items"]!.AsArray().Select(number => number!["serial"]!.GetValue<int>()));
    cursor = page["next"]?.GetValue<string>();
}

if (done != Batches * 20 || !numbers.Order().SequenceEqual(Enumerable.Range(1, done)))
    throw new InvalidOperationException($"{done} papers, {numbers.Distinct().Count()} numbers");
Console.WriteLine($"batches {Batches}");
Console.WriteLine($"papers {done}");
Console.WriteLine($"batches-seconds {time.TotalSeconds:0.0}");
Console.WriteLine($"memory-MB {File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].PadLeft(4, '0')[..^3]}");

async Task<List<double>> ReadAsync(TimeSpan length)
{
    var all = new List<double>();
    using var over = new CancellationTokenSource(length);
    await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
    {
        var random = new Random(reader);
        var own = new List<double>();
        while (!over.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            using (var answer = await client.GetAsync(Question(random)))
            {
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null);
            }

            own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        lock (all)
            all.AddRange(own);
    })));
    return all;
}

static void Report(string name, List<double> times)
{
    times.Sort();
    Console.WriteLine($"{name}-requests {times.Count}");
    foreach (var share in new[] { 0.5, 0.99, 0.999 })
        Console.WriteLine($"{name}-p{share * 100} {times[(int)(times.Count * share)]:0.0}");
}

static string Document(int year)
{
    var text = new StringBuilder($"沂源县{2000 + year}年安全生产工作要点\n\n一、压实责任\n\n");
    string[] names = ["县应急局", "县公安局", "县教育和体育局", "县交通运输局", "县住房和城乡建设局"];
    for (var i = 0; i < TasksOfPlan; i++)
        text.Append(CultureInfo.InvariantCulture, $"{i + 1}.整治隐患{i}。6月底前排查整治隐患{i}，建立清单，逐项销号，每月报告进展。（{names[i % 5]}牵头，{names[(i + 1) % 5]}、{names[(i + 2) % 5]}配合）\n");
    return text.ToString();
}

async Task<string> ImportAsync(string text)
{
    using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
    body.Headers.ContentType = new("application/octet-stream");
    using var answer = await client.PostAsync("imports?name=a.txt", body);
    answer.EnsureSuccessStatusCode();
    var ended = await EndAsync($"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]}");
    return $"{ended["state"]}" == "done" ? $"{ended["planId"]}" : throw new InvalidOperationException($"{ended["error"]}");
}

async Task<JsonNode> EndAsync(string job)
{
    await using var stream = await client.GetStreamAsync($"jobs/{job}/events");
    JsonNode? last = null;
    await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync())
        last = JsonNode.Parse(item.Data);
    return last ?? throw new InvalidOperationException("A job that tells nothing.");
}

async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await client.GetStringAsync(path)) ?? throw new InvalidOperationException(path);
