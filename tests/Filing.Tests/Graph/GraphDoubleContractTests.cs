using System.Net;
using System.Text;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The double answers as Graph's documents say: items, folders, columns, links.</summary>
public sealed class GraphDoubleContractTests
{
    [Fact]
    public async Task Site_libraries_and_columns_are_found()
    {
        await using var graph = await GraphDouble.StartAsync(new() { PageSize = 3 });
        using var client = new PlainGraph(graph);

        var site = await client.Get("sites/contoso.sharepoint.cn:/sites/anwei");
        var escaped = await client.Get("sites/contoso.sharepoint.cn%3A%2Fsites%2Fanwei");
        var id = site.Text("id");
        var drives = await client.Get($"sites/{id}/drives?$select=id,name");
        var drive = await client.Get($"sites/{id}/drive");
        var columns = await client.Get($"{client.Drive}/list/columns");
        var rest = await client.Get(columns.Text("@odata.nextLink"));

        Assert.Equal(id, escaped.Text("id"));
        Assert.Equal(["文档", "公文"], drives.Json!["value"]!.AsArray().Select(one => (string)one!["name"]!));
        Assert.Equal(graph.DriveId, drive.Text("id"));
        Assert.Equal("documentLibrary", drive.Text("driveType"));
        Assert.Equal(3, columns.Json!["value"]!.AsArray().Count);
        Assert.Contains(rest.Json!["value"]!.AsArray(), one => (string)one!["displayName"]! == "文号" && (string)one["name"]! == "_x6587__x53f7_");
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get("sites/contoso.sharepoint.cn:/sites/other")).Status);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_told()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);

        var none = await client.SendTo(HttpMethod.Get, new Uri($"{graph.Endpoint}/{client.Drive}"), null, token: null);
        var other = await client.SendTo(HttpMethod.Get, new Uri($"{graph.Endpoint}/{client.Drive}"), null, token: "other");

        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (none.Status, none.Code));
        Assert.Equal(HttpStatusCode.Unauthorized, other.Status);
        Assert.Equal([false, true], graph.Requests.Select(one => one.HasAuthorization));
        Assert.Equal([401, 401], graph.Requests.Select(one => one.Status));
    }

    [Fact]
    public async Task A_file_is_put_and_shown_and_read()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        graph.Library.MakeFolder("2021年");

        var put = await client.Put("2021年/一 号.txt", "内容");
        var again = await client.Put("2021年/一 号.txt", "新的内容");
        var shown = await client.Get(client.At("2021年/一 号.txt"));
        var content = await client.Get(client.At("2021年/一 号.txt", "content"));
        var read = await client.SendTo(HttpMethod.Get, content.Message.Headers.Location!, null, token: null);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (put.Status, again.Status));
        Assert.Equal(put.Text("id"), again.Text("id"));
        Assert.NotEqual(put.Text("eTag"), again.Text("eTag"));
        Assert.Matches("^\"\\{[0-9A-F-]{36}\\},[0-9]+\"$", put.Text("eTag"));
        Assert.Matches("^\"c:\\{[0-9A-F-]{36}\\},[0-9]+\"$", put.Text("cTag"));
        Assert.Equal(again.Json!.ToJsonString(), shown.Json!.ToJsonString());
        Assert.Equal(12, (long)shown.Json["size"]!);
        Assert.Equal($"/drives/{graph.DriveId}/root:/2021%E5%B9%B4", (string)shown.Json["parentReference"]!["path"]!);
        Assert.Equal("https://contoso.sharepoint.cn/sites/anwei/Shared%20Documents/2021%E5%B9%B4/%E4%B8%80%20%E5%8F%B7.txt", shown.Text("webUrl"));
        Assert.Equal(HttpStatusCode.Found, content.Status);
        Assert.Equal("新的内容", Encoding.UTF8.GetString(read.Bytes));
        Assert.Equal(["内容", "新的内容"], graph.Library.Versions("2021年/一 号.TXT").Select(Encoding.UTF8.GetString));
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task Conflicts_and_preconditions_are_kept()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var first = await client.Put("一.txt", "旧");
        var (eTag, cTag) = (first.Text("eTag"), first.Text("cTag"));

        var taken = await client.Put("一.TXT", "新", "?@microsoft.graph.conflictBehavior=fail");
        var none = await client.Put("一.txt", "新", ifNoneMatch: "*");
        var renamed = await client.Put("一.txt", "新", "?@microsoft.graph.conflictBehavior=rename");
        var byContent = await client.Put("一.txt", "二", ifMatch: cTag);
        var stale = await client.Put("一.txt", "三", ifMatch: eTag);
        var staleDelete = await client.Send(HttpMethod.Delete, client.At("一.txt"), ifMatch: eTag);
        var gone = await client.Put("没有.txt", "三", ifMatch: eTag);
        var deleted = await client.Send(HttpMethod.Delete, client.At("一.txt"), ifMatch: byContent.Text("eTag"));

        Assert.Equal((HttpStatusCode.Conflict, "nameAlreadyExists"), (taken.Status, taken.Code));
        Assert.Equal(HttpStatusCode.PreconditionFailed, none.Status);
        Assert.Equal("一 1.txt", renamed.Text("name"));
        Assert.Equal(HttpStatusCode.OK, byContent.Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "resourceModified"), (stale.Status, stale.Code));
        Assert.Equal([HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent], [staleDelete.Status, gone.Status, deleted.Status]);
        Assert.Equal(["一 1.txt"], graph.Library.Files().Keys);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task Folders_are_made_once_and_are_not_made_unasked()
    {
        await using var graph = await GraphDouble.StartAsync();
        await using var kind = await GraphDouble.StartAsync(new() { MakesFolders = true });
        using var client = new PlainGraph(graph);
        using var other = new PlainGraph(kind);
        const string Folder = """{"name":"2021年","folder":{},"@microsoft.graph.conflictBehavior":"fail"}""";

        var made = await client.Post($"{client.Drive}/root/children", Folder);
        var again = await client.Post($"{client.Drive}/items/root/children", Folder);
        var below = await client.Post($"{client.Drive}/items/{made.Text("id")}/children", """{"name":"通知","folder":{}}""");
        var children = await client.Get($"{client.Drive}/root/children?$select=name,folder");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Created), (made.Status, again.Status, below.Status));
        Assert.Equal("""[{"name":"2021年","folder":{"childCount":1}}]""", children.Json!["value"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["2021年", "2021年/通知"], graph.Library.Folders());
        Assert.Equal(HttpStatusCode.NotFound, (await client.Put("没有/一.txt", "内容")).Status);
        Assert.Equal(HttpStatusCode.Created, (await other.Put("没有/一.txt", "内容")).Status);
    }

    [Theory]
    [InlineData("a:b.txt")]
    [InlineData("a*.txt")]
    [InlineData("a.")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\\b")]
    [InlineData("CON")]
    public async Task Names_that_cannot_be_are_refused(string name)
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);

        var put = await client.Put(name, "内容");

        Assert.Equal((HttpStatusCode.BadRequest, "invalidRequest"), (put.Status, put.Code));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Put(string.Join('/', Enumerable.Repeat(new string('长', 100), 4)) + "/一", "内容")).Status);
        Assert.Empty(graph.Library.Files());
    }

    [Fact]
    public async Task Columns_are_written_by_their_internal_names()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var put = await client.Put("一.txt", "内容");
        var fields = $"{client.Drive}/items/{put.Text("id")}/listItem/fields";

        var written = await client.Patch(fields, """{"OData__x6587__x53f7_":"安委〔2021〕1号","OData__x6210__x6587__x65e5__x671f_":"2021-03-01T00:00:00Z"}""", put.Text("eTag"));
        var stale = await client.Patch(fields, """{"Title":"别的"}""", put.Text("eTag"));
        var unknown = await client.Patch(fields, """{"文号":"别的"}""");
        var byNumber = await client.Patch($"{client.Drive}/list/items/{written.Text("id")}/fields", """{"OData__x6587__x79cd_":"通知"}""");
        var readOnly = await client.Patch(fields, """{"Modified":"2021-03-01T00:00:00Z"}""");
        var shown = await client.Get(client.At("一.txt") + ":?$select=id,cTag,eTag&$expand=listItem($expand=fields)");

        Assert.Equal("安委〔2021〕1号", written.Text("OData__x6587__x53f7_"));
        Assert.Equal("通知", byNumber.Text("OData__x6587__x79cd_"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "invalidRequest"), (unknown.Status, unknown.Code));
        Assert.Equal("Field '文号' is not recognized", (string)unknown.Json!["error"]!["message"]!);
        Assert.Equal(HttpStatusCode.BadRequest, readOnly.Status);
        Assert.Equal("安委〔2021〕1号", (string)shown.Json!["listItem"]!["fields"]!["OData__x6587__x53f7_"]!);
        Assert.Equal(put.Text("cTag"), shown.Text("cTag"));
        Assert.NotEqual(put.Text("eTag"), shown.Text("eTag"));
        Assert.Equal("2021-03-01T00:00:00Z", graph.Library.Columns("一.txt")["成文日期"]);
    }

    [Fact]
    public async Task Links_are_made_once()
    {
        await using var graph = await GraphDouble.StartAsync();
        await using var strict = await GraphDouble.StartAsync(new() { CanShare = false });
        using var client = new PlainGraph(graph);
        using var other = new PlainGraph(strict);
        await client.Put("一.txt", "内容");
        await other.Put("一.txt", "内容");
        const string Link = """{"type":"view","scope":"organization"}""";

        var first = await client.Post(client.At("一.txt", "createLink"), Link);
        var second = await client.Post(client.At("一.txt", "createLink"), Link);
        var refused = await other.Post(other.At("一.txt", "createLink"), Link);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal((string)first.Json!["link"]!["webUrl"]!, (string)second.Json!["link"]!["webUrl"]!);
        Assert.Equal("organization", (string)first.Json["link"]!["scope"]!);
        Assert.Equal((HttpStatusCode.Forbidden, "accessDenied"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Errors_have_their_shape()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);

        var error = (await client.Get(client.At("没有.txt"))).Json!["error"]!.AsObject();

        Assert.Equal(["code", "message", "innerError"], error.Select(one => one.Key));
        Assert.Equal(["date", "request-id", "client-request-id"], error["innerError"]!.AsObject().Select(one => one.Key));
        Assert.Equal("itemNotFound", (string)error["code"]!);
    }

    [Fact]
    public async Task Rights_locks_and_room_are_kept()
    {
        await using var full = await GraphDouble.StartAsync(new() { Quota = 10 });
        await using var reading = await GraphDouble.StartAsync(new() { Access = Access.Read });
        await using var none = await GraphDouble.StartAsync(new() { Access = Access.None });
        using var client = new PlainGraph(full);
        using var reader = new PlainGraph(reading);
        using var stranger = new PlainGraph(none);
        await client.Put("一.txt", "123456");
        reading.Library.Write("一.txt", [1]);

        var tooMuch = await client.Put("二.txt", "123456");
        full.Library.Lock("一.txt");
        var locked = await client.Put("一.txt", "123");
        full.Library.Unlock("一.txt");

        Assert.Equal(((HttpStatusCode)507, "quotaLimitReached"), (tooMuch.Status, tooMuch.Code));
        Assert.Equal(((HttpStatusCode)423, "resourceLocked"), (locked.Status, locked.Code));
        Assert.Equal(HttpStatusCode.OK, (await client.Put("一.txt", "1234567890")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(reader.At("一.txt"))).Status);
        Assert.Equal("accessDenied", (await reader.Put("一.txt", "新")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get("sites/contoso.sharepoint.cn:/sites/anwei")).Status);
    }

    [Fact]
    public async Task What_the_documents_do_not_know_is_a_violation()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        await client.Put("一.txt", "内容");
        var wrong = new List<Task<Answer>>
        {
            client.Get("me/drive"),
            client.Get(client.At("一.txt") + ":?$select=nmae"),
            client.Get(client.At("一.txt") + ":?$filter=name"),
            client.Send(HttpMethod.Put, $"{client.Drive}/root/children"),
            client.Post($"{client.Drive}/root/children", """{"name":"夹","folder":{},"colour":"red"}"""),
            client.Post($"{client.Drive}/root/children", "{name"),
            client.Put("一.txt", "内容", "?@microsoft.graph.conflictBehavior=fail", ifMatch: "\"{1},1\""),
            client.Put("一.txt", "内容", ifMatch: "abc"),
            client.Get(client.At("一.txt").Replace("%E4", "%FF", StringComparison.Ordinal)),
        };

        foreach (var answer in await Task.WhenAll(wrong))
            Assert.Equal((HttpStatusCode.BadRequest, "invalidRequest"), (answer.Status, answer.Code));
        Assert.Equal(wrong.Count, graph.Violations.Count);
    }
}
