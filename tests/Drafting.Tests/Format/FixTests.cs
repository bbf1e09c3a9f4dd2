using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Tests.Papers;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Tests.Format;

public class FixTests
{
    private static readonly TrackedBy Tracked = new("检查", new DateTimeOffset(2022, 3, 5, 8, 0, 0, TimeSpan.Zero));
    private static readonly XNamespace W = TypedPaper.W;

    public static TheoryData<string, string, string> Damages => RuleTests.All;

    private static (byte[] Bytes, FixOutcome Outcome) Fix(byte[] docx, TrackedBy? tracked = null)
    {
        using var output = new MemoryStream();
        var outcome = FormatFixer.Fix(new MemoryStream(docx), output, new CheckOptions(), tracked);
        return (output.ToArray(), outcome);
    }

    private static byte[] Spoilt(string id, string name, string what)
    {
        var paper = TypedPaperTests.Make(name);
        RuleTests.Spoil(id, name, what)(paper);
        return paper.Bytes();
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_repair_does_away_with_what_can_be_repaired_and_brings_nothing_new(string id, string name, string what)
    {
        var docx = Spoilt(id, name, what);
        foreach (var tracked in new[] { null, Tracked })
        {
            var (bytes, outcome) = Fix(docx, tracked);
            Assert.True(outcome.After.Findings.All(finding => !finding.Fixable), GoodPapers.Lines(outcome.After));
            Assert.Equal(
                outcome.Before.Findings.Where(finding => !finding.Fixable).Select(GoodPapers.Line),
                outcome.After.Findings.Select(GoodPapers.Line));
            Assert.Equal(GoodPapers.Lines(outcome.After), GoodPapers.Lines(TypedPaperTests.Check(bytes)));
            Assert.Equal(Texts(docx), Texts(bytes).Where(part => !part.Key.Contains("-gw", StringComparison.Ordinal)));
            Assert.Empty(PaperText.Faults(new MemoryStream(bytes)).Select(Description).Except(PaperText.Faults(new MemoryStream(docx)).Select(Description)));
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_second_repair_changes_nothing(string id, string name, string what)
    {
        var once = Fix(Spoilt(id, name, what)).Bytes;
        var twice = Fix(once);
        Assert.Equal(0, twice.Outcome.Repaired);
        Assert.Equal(once, twice.Bytes);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Refusing_all_tracked_changes_gives_the_document_back(string id, string name, string what)
    {
        // Neither the order of properties, nor rules and columns of tables, are tracked.
        if (id is "B-09" || what is "thin outer rule" or "rules shorter than the type area" or "table wider than the page")
            return;
        var docx = Spoilt(id, name, what);
        var bytes = Fix(docx, Tracked).Bytes;
        Assert.Equal(Refused(docx), Refused(bytes));
    }

    [Fact]
    public void Tracked_changes_say_who_and_when_and_have_numbers_of_their_own()
    {
        var paper = TypedPapers.Notice();
        paper["body"].Font("宋体");
        paper["body"].Set("jc", ("val", "center"));
        paper["table"].Drop("tblHeader");
        paper.SectionAt("upright").SetIn("pgMar", ("top", "1417"));
        var changes = Document(Fix(paper.Bytes(), Tracked).Bytes).Descendants().Where(element => element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)).ToList();
        Assert.Equal(["pPrChange", "rPrChange", "sectPrChange", "trPrChange"], changes.Select(change => change.Name.LocalName).Distinct().Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal(("检查", "2022-03-05T08:00:00Z"), ((string?)change.Attribute(W + "author"), (string?)change.Attribute(W + "date"))));
        Assert.Equal(changes.Count, changes.Select(change => (string?)change.Attribute(W + "id")).Distinct().Count());
    }

    [Fact]
    public void A_change_that_someone_tracked_before_keeps_its_author_and_its_older_state()
    {
        var paper = TypedPapers.Notice();
        paper["body"].Font("宋体");
        var old = TypedPaper.X("""<w:rPrChange w:id="9" w:author="王五" w:date="2020-01-01T00:00:00Z"><w:rPr><w:b/></w:rPr></w:rPrChange>""");
        paper["body"].Element(W + "r")?.Element(W + "rPr")?.Add(old);
        var change = Assert.Single(Document(Fix(paper.Bytes(), Tracked).Bytes).Descendants(W + "rPrChange"));
        Assert.Equal("王五", (string?)change.Attribute(W + "author"));
        Assert.NotNull(change.Element(W + "rPr")?.Element(W + "b"));
    }

    [Fact]
    public void A_paper_without_footers_gets_page_numbers_on_both_sides()
    {
        var paper = TypedPapers.Unsealed();
        paper.Section.Elements(W + "footerReference").ToList().ForEach(reference => reference.Remove());
        paper.Settings.Drop("evenAndOddHeaders");
        var (bytes, outcome) = Fix(paper.Bytes());
        Assert.Empty(outcome.After.Findings);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var added = document.MainDocumentPart?.FooterParts.Where(part => part.Uri.OriginalString.Contains("-gw", StringComparison.Ordinal)).ToList() ?? [];
        Assert.Equal(2, added.Count);
        Assert.All(added, part => Assert.Equal("—  PAGE 1 —", part.Footer?.InnerText));
        Assert.Empty(PaperText.Faults(new MemoryStream(bytes)));
    }

    [Fact]
    public void A_header_is_not_lost_when_odd_and_even_pages_come_to_differ()
    {
        var paper = TypedPapers.Unsealed();
        paper.Settings.Drop("evenAndOddHeaders");
        paper.Section.AddFirst(TypedPaper.X("<w:headerReference w:type=\"default\" r:id=\"odd\"/>"));
        var section = Document(Fix(paper.Bytes()).Bytes).Descendants(W + "sectPr").Single();
        Assert.Equal(["default", "even"], section.Elements(W + "headerReference").Select(header => (string?)header.Attribute(W + "type")));
    }

    [Fact]
    public void Spaces_in_front_stay_and_are_reported()
    {
        var paper = TypedPapers.Notice();
        paper["body"].Drop("ind");
        paper["body"].Say("为切实", "　　为切实");
        var outcome = Fix(paper.Bytes()).Outcome;
        Assert.Equal(("C-03", false, 0), (Assert.Single(outcome.After.Findings).RuleId, outcome.After.Findings[0].Fixable, outcome.Repaired));
    }

    [Fact]
    public void A_strict_document_is_checked_but_not_written()
    {
        using var bytes = new MemoryStream(TypedPapers.Notice().Bytes());
        using var strict = new MemoryStream();
        using (var from = new ZipArchive(bytes))
        using (var to = new ZipArchive(strict, ZipArchiveMode.Create, true))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                using var writer = new StreamWriter(to.CreateEntry(entry.FullName).Open());
                writer.Write(reader.ReadToEnd()
                    .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
                    .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
            }
        }

        Assert.Empty(TypedPaperTests.Check(strict.ToArray()).Findings);
        var error = Assert.Throws<UnreadableSourceException>(() => Fix(strict.ToArray()));
        Assert.Equal(FormatFixer.StrictCode, error.Code);
    }

    private static XElement Document(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry("word/document.xml")?.Open() ?? throw new InvalidDataException("no document");
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    // All text of all stories by part, tabs, breaks and paragraphs marked.
    private static SortedDictionary<string, string> Texts(byte[] docx)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            texts[entry.FullName] = string.Concat(XElement.Load(stream, LoadOptions.PreserveWhitespace).Descendants().Select(element => element.Name.LocalName switch
            {
                "t" or "instrText" => element.Value,
                "p" => "\n",
                "tab" or "br" when element.Parent?.Name == W + "r" => "\t",
                _ => "",
            }));
        }

        return texts;
    }

    private static string Description(string fault) => fault[(fault.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    // The main part with each tracked change of formatting refused, and empty properties left out.
    private static string Refused(byte[] docx)
    {
        var main = Document(docx);
        foreach (var change in main.Descendants().Where(element => element.Name.LocalName.EndsWith("PrChange", StringComparison.Ordinal)).ToList())
        {
            var bag = change.Parent ?? throw new InvalidDataException("a change on its own");
            var old = change.Elements().Single();
            string[] kept = bag.Name.LocalName switch
            {
                "pPr" => ["rPr", "sectPr"],
                "sectPr" => ["headerReference", "footerReference"],
                _ => [],
            };
            bag.ReplaceNodes(bag.Elements().Where(child => kept.Contains(child.Name.LocalName)).Concat(old.Elements())
                .OrderBy(child => child.Name.LocalName is "headerReference" or "footerReference" ? 0 : child.Name.LocalName is "rPr" or "sectPr" ? 2 : 1).ToList());
        }

        main.Descendants().Where(element => element.Name.LocalName is "pPr" or "rPr" or "trPr" && !element.HasElements).Remove();
        main.Descendants(W + "footerReference").Where(reference => reference.Attributes().Any(attribute => attribute.Value.StartsWith("rIdCheck", StringComparison.Ordinal))).Remove();
        main.DescendantNodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value) && text.Parent?.Name != W + "t").Remove();
        foreach (var run in main.Descendants(W + "r").Reverse().ToList())
        {
            // A run that a repair has cut in two is one again.
            if (run.PreviousNode is XElement before && before.Name == run.Name && Plain(before) && Plain(run) && Look(before) == Look(run))
            {
                before.Elements(W + "t").Single().Value += run.Elements(W + "t").Single().Value;
                run.Remove();
            }
        }

        main.Descendants().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return main.ToString(SaveOptions.DisableFormatting);

        static bool Plain(XElement run) => run.Elements().All(child => child.Name == W + "rPr" || child.Name == W + "t") && run.Elements(W + "t").Count() == 1;

        static string Look(XElement run) => run.Element(W + "rPr")?.ToString(SaveOptions.DisableFormatting) ?? "";
    }
}
