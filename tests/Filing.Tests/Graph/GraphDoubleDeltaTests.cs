using System.Net;
using System.Text.Json.Nodes;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The double tells what changed as Graph's documents say.</summary>
public sealed class GraphDoubleDeltaTests
{
    [Fact]
    public async Task All_items_come_in_pages_and_then_only_changes()
    {
        await using var graph = await GraphDouble.StartAsync(new() { PageSize = 2, RepeatsDeltaItems = false });
        using var client = new PlainGraph(graph);
        graph.Library.Write("甲/一.txt", [1]);
        graph.Library.Write("甲/二.txt", [2]);
        graph.Library.Write("三.txt", [3]);

        var (all, pages, link) = await Read(client, $"{client.Drive}/root/delta");
        Assert.Equal(3, pages);
        Assert.Equal(["root", "甲", "一.txt", "二.txt", "三.txt"], all.Select(Name));
        Assert.NotNull(all[0]["root"]);
        Assert.All(all, item => Assert.Null(item["parentReference"]!["path"]));
        Assert.All(all, item => Assert.Null(item["cTag"]));
        Assert.Equal((string)all[1]["id"]!, (string)all[2]["parentReference"]!["id"]!);
        Assert.Equal(graph.DriveId, (string)all[2]["parentReference"]!["driveId"]!);

        graph.Library.Write("四.txt", [4]);
        graph.Library.Delete("甲/一.txt");
        graph.Library.Move("甲", "乙");
        var (changes, _, next) = await Read(client, link);
        Assert.Equal(["root", "四.txt", null, "乙"], changes.Select(Name));
        Assert.Equal("deleted", (string)changes[2]["deleted"]!["state"]!);
        Assert.Equal((string)all[2]["id"]!, (string)changes[2]["id"]!);

        var (none, _, _) = await Read(client, next);
        Assert.Equal(["root"], none.Select(Name));
        Assert.DoesNotContain((await Read(client, $"{client.Drive}/root/delta")).Items, item => item["deleted"] is not null);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task What_changes_between_two_pages_is_not_lost_and_may_come_twice()
    {
        await using var graph = await GraphDouble.StartAsync(new() { PageSize = 2 });
        using var client = new PlainGraph(graph);
        graph.Library.Write("一.txt", [1]);
        graph.Library.Write("二.txt", [2]);

        var first = await client.Get($"{client.Drive}/root/delta?$select=id,name,deleted,size");
        graph.Library.Delete("一.txt");
        graph.Library.Write("三.txt", [3]);
        var (rest, _, _) = await Read(client, first.Text("@odata.nextLink"));

        Assert.Equal(["root", "一.txt"], Items(first).Select(Name));
        Assert.Equal(["二.txt", null, null, "三.txt"], rest.Select(Name));
        Assert.All(rest.Where(item => Name(item) is null), item => Assert.NotNull(item["deleted"]));
        Assert.Null(rest[0]["file"]);
    }

    [Fact]
    public async Task Only_the_newest_or_a_new_beginning_can_be_asked_for()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        graph.Library.Write("一.txt", [1]);
        var latest = await client.Get($"{client.Drive}/root/delta?token=latest");
        graph.Faults = seen => seen.Index == 1 ? Fault.Resync : Fault.None;

        var gone = await client.Get(latest.Text("@odata.deltaLink"));
        var old = await client.Get($"{client.Drive}/root/delta?token=bm90aGluZw%3D%3D");
        var (anew, _, _) = await Read(client, gone.Message.Headers.Location!.AbsoluteUri);

        Assert.Empty(Items(latest));
        Assert.Equal((HttpStatusCode.Gone, "resyncRequired"), (gone.Status, gone.Code));
        Assert.Equal(HttpStatusCode.Gone, old.Status);
        Assert.Equal(["root", "一.txt"], anew.Select(Name));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Get(client.At("一.txt", "delta"))).Status);
    }

    private static async Task<(List<JsonObject> Items, int Pages, string DeltaLink)> Read(PlainGraph client, string address)
    {
        var items = new List<JsonObject>();
        for (var pages = 1; ; pages++)
        {
            var page = await client.Get(address);
            items.AddRange(Items(page));
            if (page.Json!["@odata.nextLink"] is not { } next)
                return (items, pages, page.Text("@odata.deltaLink"));
            Assert.Null(page.Json["@odata.deltaLink"]);
            address = (string)next!;
        }
    }

    private static IEnumerable<JsonObject> Items(Answer page) => page.Json!["value"]!.AsArray().Select(item => item!.AsObject());

    private static string? Name(JsonObject item) => (string?)item["name"];
}
