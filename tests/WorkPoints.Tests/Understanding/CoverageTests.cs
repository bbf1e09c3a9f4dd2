using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Nothing is lost: every character of the source is in exactly one place.</summary>
public sealed partial class CoverageTests
{
    private static readonly Gen<string> Pieces = Gen.OneOfConst(
        "一、工作重点", "（一）第一块", "（二）第二块", "1.甲项工作。", "2．乙项工作", "3、丙项工作。", "（1）逐项落实。", "①立即整改；",
        "开展全面排查，", "严厉打击违法行为。", "（县应急局负责）", "（县公安局、县教育局牵头，各有关部门配合）", "（责任单位：各镇（街道）", "县水利局）",
        "牵头单位：县民政局", "完成时限：6月底前", "《关于加强监管的意见》（县政发〔2020〕3号）", "— 12 —", "第3页 共9页", "（以下均需各片区配合，不再列出）",
        "序号\t工作任务\t牵头单位\t责任单位", "1\t检查\t县应急局\t县公安局", "\n", "\n\n", "　　", "  ", "\f", "（", "）", "“", "。", "，", "负责", "\u2028", "\u2029", "😀", "**", "# ");

    [Theory]
    [InlineData("yiyuan-2021.txt")]
    [InlineData("yiyuan-2021-typed.docx")]
    [InlineData("yiyuan-2021-numbered.docx")]
    [InlineData("yiyuan-2021.pdf")]
    public void Every_character_of_the_sample_is_in_exactly_one_place(string file)
    {
        var source = Samples.Read(file);
        var document = WorkPointsParser.Parse(source, Samples.Yiyuan());
        AssertCovers(source, document);
        Assert.DoesNotContain(document.SourceMap, run => run.Purpose == Purpose.Leftover && run.Length > 12);
    }

    [Fact]
    public void Every_character_of_any_document_is_in_exactly_one_place() =>
        Pieces.Array[0, 60].Select(string.Concat).Sample(text =>
        {
            if (string.IsNullOrWhiteSpace(text))
                return;
            var source = Samples.Text("题目" + text);
            AssertCovers(source, WorkPointsParser.Parse(source, null));
        }, iter: 3000);

    [Fact]
    public void Every_task_quotes_its_text_and_clause_from_the_source() =>
        Pieces.Array[0, 40].Select(string.Concat).Sample(text =>
        {
            var source = Samples.Text("题目" + text);
            var document = WorkPointsParser.Parse(source, null);

            var printed = Squeeze(string.Concat(source.Blocks.Select(block => block.Text)));
            Assert.All(document.Tasks.SelectMany(task => task.Parties), party =>
            {
                Assert.Matches(Quoted(party.Mention), printed);
                Assert.DoesNotContain(Bracketed().Replace(party.Mention, ""), c => c is '（' or '）');
            });
            Assert.Equal(document.Tasks.Count, document.Tasks.Select(task => task.Id).Distinct().Count());
        }, iter: 1500);

    private static void AssertCovers(SourceDocument source, WorkPointsDocument document)
    {
        var rebuilt = new StringBuilder();
        var next = 0;
        foreach (var block in source.Blocks)
        {
            var cursor = 0;
            for (; next < document.SourceMap.Count && document.SourceMap[next].Block == block.Index; next++)
            {
                var run = document.SourceMap[next];
                Assert.Equal(cursor, run.Start);
                Assert.True(run.Length > 0);
                rebuilt.Append(block.Text, run.Start, run.Length);
                cursor += run.Length;
            }

            Assert.Equal(block.Text.Length, cursor);
        }

        Assert.Equal(document.SourceMap.Count, next);
        Assert.Equal(string.Concat(source.Blocks.Select(block => block.Text)), rebuilt.ToString());

        // Left-over prose is always named by a finding.
        var findings = string.Concat(document.Findings.Select(finding => Squeeze(finding.Source)));
        foreach (var run in document.SourceMap.Where(run => run.Purpose == Purpose.Leftover))
        {
            var text = Squeeze(source.Blocks[run.Block].Text.Substring(run.Start, run.Length));
            if (text.Any(char.IsLetterOrDigit) && text.Length < 200)
                Assert.Contains(text, findings, StringComparison.Ordinal);
        }
    }

    /// <summary>The name character by character; where a page ended inside it, its number stood in between and is gone.</summary>
    private static string Quoted(string mention) =>
        string.Join("(?:—12—|第3页共9页)*", Squeeze(mention).EnumerateRunes().Select(rune => Regex.Escape(rune.ToString())));

    [GeneratedRegex("（(?>[^（）]|（(?<open>)|）(?<-open>))*(?(open)(?!))）")]
    private static partial Regex Bracketed();

    private static string Squeeze(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c != '*')]);
}
