using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using YiyuanSafety.Drafting.Format.Rules;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Format;

/// <summary>Checks any .docx against GB/T 9704-2012: only what the standard requires is an error, all else is a warning.</summary>
public static class FormatChecker
{
    /// <summary>Checks a document.</summary>
    /// <param name="docx">The file.</param>
    /// <param name="options">How.</param>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">The file cannot be read; the message says why.</exception>
    public static FormatReport Check(Stream docx, CheckOptions options)
    {
        using var bytes = new MemoryStream();
        Copy(docx, bytes, options);
        return Check(Open(bytes.ToArray(), options), options);
    }

    internal static CheckedPaper Open(ReadOnlyMemory<byte> docx, CheckOptions options) =>
        new(WordDocument.Read(DocxFile.Open(docx, options.File, options.Limits)), options);

    internal static IEnumerable<(Rule Rule, Fault Fault)> Faults(CheckedPaper paper) =>
        RuleTable.All.SelectMany(rule => rule.Check.Run(paper).Select(fault => (rule, fault)));

    internal static FormatReport Check(CheckedPaper paper, CheckOptions options) => new(
        options.File,
        PartNames.Of(paper.Parts.Shape),
        PageChecks.Profile(paper),
        [.. paper.Document.Everything.Select(paragraph => (paragraph, Part: paper.Parts.PartOf(paragraph)))
            .Where(one => one.Part is not (Part.Other or Part.Body or Part.AttachmentText))
            .Select(one => new RecognisedPart(PartNames.Of(one.Part), paper.PlaceOf(one.paragraph)))],
        [.. FindingKeys.Of(Faults(paper)).Select(one => Finding(one.Rule, one.Fault) with { Key = one.Key }).OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1)]);

    internal static void Copy(Stream docx, MemoryStream bytes, CheckOptions options)
    {
        var buffer = new byte[1 << 16];
        for (var read = docx.Read(buffer); read > 0; read = docx.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > options.Limits.FileBytes)
                throw Refusal.TooBig(options.File, $"文件超过 {options.Limits.FileBytes >> 20} MB");
        }
    }

    private static FormatFinding Finding(Rule rule, Fault fault)
    {
        var strength = fault.Strength ?? rule.Strength;
        return new FormatFinding(
            rule.Id,
            rule.Clause,
            strength,
            strength == Strength.Required ? Severity.Error : Severity.Warning,
            fault.Place,
            fault.Found,
            fault.Wanted,
            $"{Basis(rule, strength)}：{rule.Says}。现为：{fault.Found}；{(strength == Strength.Required ? "应为" : "宜为")}：{fault.Wanted}。",
            fault.Repair is { Edits.Count: > 0 });
    }

    // Nothing but what the standard requires may be called a breach of it.
    private static string Basis(Rule rule, Strength strength) => (strength, rule.Clause) switch
    {
        (Strength.Required, _) => $"不符合 GB/T 9704—2012 第 {rule.Clause} 条",
        (_, ['条', '例', .. var article]) => $"《党政机关公文处理工作条例》{article}",
        (Strength.Usual, _) => $"GB/T 9704—2012 第 {rule.Clause} 条的一般要求",
        (Strength.Recommended, _) => $"GB/T 9704—2012 第 {rule.Clause} 条的推荐做法",
        (Strength.Allowed, _) => $"GB/T 9704—2012 第 {rule.Clause} 条提出的做法",
        (Strength.Derived, { Length: > 0 }) => $"按 GB/T 9704—2012 第 {rule.Clause} 条推算",
        (Strength.Derived, _) => "技术要求（国标没有规定）",
        _ => "习惯做法（国标没有规定）",
    };
}
