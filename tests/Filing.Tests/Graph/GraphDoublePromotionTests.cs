using System.IO.Compression;
using System.Text;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The double writes columns into Office files, as a library does.</summary>
public sealed class GraphDoublePromotionTests
{
    [Fact]
    public async Task Office_files_are_rewritten_and_others_are_not()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var paper = Paper();

        var put = await client.Send(HttpMethod.Put, client.At("一.docx", "content"), new ByteArrayContent(paper));
        var plain = await client.Send(HttpMethod.Put, client.At("一.bin", "content"), new ByteArrayContent(paper));
        await client.Patch(client.At("一.docx", "listItem/fields"), """{"OData__x6587__x53f7_":"安委〔2021〕1号"}""");
        var after = await client.Get(client.At("一.docx"));

        Assert.Equal(paper.Length, (long)plain.Json!["size"]!);
        Assert.NotEqual(paper.Length, (long)put.Json!["size"]!);
        Assert.NotEqual(put.Text("cTag"), after.Text("cTag"));
        Assert.NotEqual(put.Text("eTag"), after.Text("eTag"));
        Assert.Equal(paper, Assert.Single(graph.Library.Uploads("一.docx")));
        Assert.Equal(2, graph.Library.Versions("一.docx").Count);
        using var zip = new ZipArchive(new MemoryStream(graph.Library.Files()["一.docx"]));
        Assert.Contains("安委〔2021〕1号", Text(zip, "docProps/custom.xml"), StringComparison.Ordinal);
        Assert.Contains("custom-properties", Text(zip, "_rels/.rels"), StringComparison.Ordinal);
        Assert.Contains("/docProps/custom.xml", Text(zip, "[Content_Types].xml"), StringComparison.Ordinal);
        Assert.Equal("正文", Text(zip, "word/document.xml"));
    }

    [Fact]
    public async Task A_library_may_leave_them()
    {
        await using var graph = await GraphDouble.StartAsync(new() { PromotesProperties = false });
        using var client = new PlainGraph(graph);
        var paper = Paper();

        await client.Send(HttpMethod.Put, client.At("一.docx", "content"), new ByteArrayContent(paper));
        await client.Patch(client.At("一.docx", "listItem/fields"), """{"OData__x6587__x53f7_":"安委〔2021〕1号"}""");

        Assert.Equal(paper, Assert.Single(graph.Library.Versions("一.docx")));
    }

    private static byte[] Paper()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>""");
            Add(zip, "word/document.xml", "正文");
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
