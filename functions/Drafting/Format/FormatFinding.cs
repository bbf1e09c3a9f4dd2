using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Format;

/// <summary>How strongly a rule binds, in the standard's own words.</summary>
public enum Strength
{
    /// <summary>规定: only a breach of such a rule is against the standard.</summary>
    Required,

    /// <summary>一般: what the standard says is usually done.</summary>
    Usual,

    /// <summary>推荐: what the standard recommends.</summary>
    Recommended,

    /// <summary>可以: what the standard allows and proposes.</summary>
    Allowed,

    /// <summary>推导: follows from the standard's figures by reckoning.</summary>
    Derived,

    /// <summary>实务: custom of offices; not in the standard.</summary>
    Practice,
}

/// <summary>Where a finding is. Pages are not known before a paper is laid out, so paragraphs are counted.</summary>
/// <param name="Text">The place in Chinese, with the first words there.</param>
/// <param name="Paragraph">Ordinal from 1 among the paragraphs of the body outside tables and text boxes, empty ones counted; null elsewhere.</param>
/// <param name="Section">Ordinal from 1 of the section, or null.</param>
/// <param name="Table">Ordinal from 1 of the table, or null.</param>
public sealed record Place(string Text, int? Paragraph = null, int? Section = null, int? Table = null)
{
    /// <summary>The first words there as the document has them, by which the place can be searched for; empty where there are none.</summary>
    public string First { get; init; } = "";
}

/// <summary>One thing that is not as a rule has it.</summary>
/// <param name="RuleId">Id of the rule, such as C-03.</param>
/// <param name="Clause">Clause of GB/T 9704-2012, article of the 条例, or empty for a custom.</param>
/// <param name="Strength">How strongly the rule binds.</param>
/// <param name="Severity">Error for what the standard requires, else a warning.</param>
/// <param name="Place">Where.</param>
/// <param name="Found">What is there, in Chinese.</param>
/// <param name="Wanted">What should be there, in Chinese.</param>
/// <param name="Message">The whole as a Chinese sentence.</param>
/// <param name="Fixable">Whether it can be repaired without touching a word.</param>
public sealed record FormatFinding(
    string RuleId, string Clause, Strength Strength, Severity Severity, Place Place, string Found, string Wanted, string Message, bool Fixable)
{
    /// <summary>Names the finding as long as its place says what it says: by it a person asks for its repair.</summary>
    public string Key { get; init; } = "";
}

/// <summary>A part of the paper that was recognised.</summary>
/// <param name="Name">Its name in Chinese, such as 主送机关.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RecognisedPart(string Name, Place Place);

/// <summary>What a check brought.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Layout">Layout of the paper in Chinese.</param>
/// <param name="PageProfile">A: the margins are the edges of the type area; B: margins less half a line's white; empty where neither.</param>
/// <param name="Parts">Recognised parts, in the order of the document; body text is left out.</param>
/// <param name="Findings">Errors first, then in the order of the rules.</param>
public sealed record FormatReport(
    string File, string Layout, string PageProfile, IReadOnlyList<RecognisedPart> Parts, IReadOnlyList<FormatFinding> Findings)
{
    /// <summary>How many findings break what the standard requires.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>How many findings do not.</summary>
    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);
}
