using System.Diagnostics;
using System.IO.Compression;
using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class AbuseTests
{
    [Theory]
    [InlineData("{{ while true }}甲{{ end }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ while true }}{{ end }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ for i in 1..10000000 }}甲{{ end }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ for i in 1..90000 }}{{ for j in 1..90000 }}甲{{ end }}{{ end }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ (1..1000000000) | array.join \",\" }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ x = \"甲\" }}{{ for i in 1..60 }}{{ x = x + x }}{{ end }}{{ x }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ \"甲\" * 1000000000 }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ title | string.pad_left 1000000000 }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ x = 3 }}{{ for i in 1..60 }}{{ x = x * x }}{{ end }}{{ x }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ x = [1] }}{{ for i in 1..60 }}{{ x = x + x }}{{ end }}{{ x }}", TemplateCodes.RenderLimit)]
    [InlineData("{{ func f; f; end }}{{ f }}", TemplateCodes.Forbidden)]
    [InlineData("{{ include \"x\" }}", TemplateCodes.Forbidden)]
    [InlineData("{{ System.IO.File.Exists \"x\" }}", TemplateCodes.UnknownField)]
    public void A_template_that_would_never_end_or_reach_out_stops_with_a_clear_error(string line, string code)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var problem = Assert.Throws<TemplateException>(() => RenderBody(P(line))).Problems[0];
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
        Assert.Equal((code, "正文", 1), (problem.Code, problem.Part, problem.Paragraph));
        Assert.Matches("[\u4E00-\u9FFF].*。$", problem.Message.Replace('？', '。'));
    }

    [Fact]
    public void Deeply_nested_brackets_are_a_problem_and_not_a_crash()
    {
        var line = "{{ " + new string('(', 20_000) + "1" + new string(')', 20_000) + " }}";
        Assert.Equal(TemplateCodes.Syntax, Assert.Throws<TemplateException>(() => Compile(Docx(P(line)))).Problems[0].Code);
    }

    [Fact]
    public void Output_beyond_the_limit_stops_the_rendering_and_writes_nothing()
    {
        var docx = Docx(P("{{ for i in 1..90000 }}") + P(new string('甲', 2000)) + P("{{ end }}"));
        var template = Compile(docx, limits: new TemplateLimits(OutputBytes: 10 << 20));
        using var output = new MemoryStream();
        var problem = Assert.Throws<TemplateException>(() => template.Render(Letter.Sample, output)).Problems[0];
        Assert.Equal(TemplateCodes.RenderLimit, problem.Code);
        Assert.Equal(0, output.Length);
    }

    [Theory]
    [InlineData("{{ for i in 1..8 }}{{ for j in 1..8 }}甲{{ end }}{{ end }}")]
    [InlineData("{{ n = 0 }}{{ while n != 60 }}{{ n = n + 1 }}{{ end }}")]
    [InlineData("{{ for i in 1..30 }}甲{{ end }}{{ for i in 1..30 }}乙{{ end }}")]
    public void Steps_of_all_loops_together_beyond_the_limit_stop_the_rendering(string line)
    {
        var template = Compile(Docx(P(line)), limits: new TemplateLimits(LoopSteps: 50, Time: TimeSpan.FromMinutes(1)));
        var problem = Assert.Throws<TemplateException>(() => template.Render(Letter.Sample, Stream.Null)).Problems[0];
        Assert.Equal(TemplateCodes.RenderLimit, problem.Code);
        Assert.Contains("循环次数太多", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_beyond_the_limit_stops_the_rendering()
    {
        var template = Compile(Docx(P("{{ for i in 1..90000 }}{{ title }}{{ end }}")), limits: new TemplateLimits(Time: TimeSpan.FromTicks(1)));
        var problem = Assert.Throws<TemplateException>(() => template.Render(Letter.Sample, Stream.Null)).Problems[0];
        Assert.Equal(TemplateCodes.RenderLimit, problem.Code);
        Assert.Contains("秒", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_part_of_500_MB_is_refused_without_unpacking_it_whole(bool lies)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var entry = zip.CreateEntry("word/document.xml").Open();
            var block = new byte[1 << 20];
            for (var i = 0; i < 500; i++)
                entry.Write(block);
        }
        var bytes = stream.ToArray();
        if (lies)
            BitConverter.TryWriteBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), 1000u);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var e = Assert.Throws<TemplateException>(() => Compile(bytes));
        Assert.Equal(lies ? TemplateCodes.NotAWordFile : TemplateCodes.TooLarge, e.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 << 20);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_document_type_that_would_expand_is_refused()
    {
        var docx = Zip([("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Types/>")]);
        Assert.Equal(TemplateCodes.NotAWordFile, Assert.Throws<TemplateException>(() => Compile(docx)).Code);
    }

    [Fact]
    public void Every_cut_copy_of_a_template_is_refused_and_none_crashes()
    {
        var docx = Docx(P("{{ title }}"));
        for (var length = 0; length < docx.Length; length += 7)
            Assert.Equal(TemplateCodes.NotAWordFile, Assert.Throws<TemplateException>(() => Compile(docx[..length])).Code);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused_or_harmless_and_never_crashes()
    {
        var docx = Docx(P("{{ title }}"));
        for (var at = 0; at < docx.Length; at += 3)
        {
            var damaged = (byte[])docx.Clone();
            damaged[at] ^= 0x55;
            try
            {
                Compile(damaged).Render(Letter.Sample, Stream.Null);
            }
            catch (TemplateException e)
            {
                Assert.NotEmpty(e.Problems);
            }
        }
    }

    [Fact]
    public void A_file_that_is_no_Word_document_is_told_so()
    {
        foreach (var bytes in (byte[][])[[], "hello"u8.ToArray(), Zip([("a.txt", "a")])])
        {
            var problem = Assert.Single(Assert.Throws<TemplateException>(() => Compile(bytes)).Problems);
            Assert.Equal(TemplateCodes.NotAWordFile, problem.Code);
            Assert.Contains("Word", problem.Message, StringComparison.Ordinal);
        }
    }
}
