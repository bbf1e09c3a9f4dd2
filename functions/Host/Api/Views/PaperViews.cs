using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>A document that is open in Word, as the program sees it.</summary>
/// <param name="Paper">What paper it is; null for a document that the program did not make.</param>
/// <param name="Plan">The plan that the states are reckoned from; null where it could not be decided.</param>
/// <param name="Plans">The plans to choose from where it could not be decided; empty otherwise.</param>
/// <param name="Regions">Its regions, in the order of the paper; a copied one once for each text that its copies say.</param>
/// <param name="OutsideChanged">Whether the newest tasks would also change words outside of all regions, which are never touched.</param>
internal sealed record PaperInspectionView(
    PaperHeadView? Paper, Guid? Plan, IReadOnlyList<PlanChoice> Plans, IReadOnlyList<RegionView> Regions, bool OutsideChanged);

/// <summary>What paper a document is.</summary>
/// <param name="Identity">The identity that the file carries.</param>
/// <param name="Kind">What programs call its kind.</param>
/// <param name="KindName">What people call it.</param>
/// <param name="Title">标题 as it stands; the kind's name where there is none.</param>
/// <param name="Revision">How often it was brought up to date, from 1.</param>
/// <param name="County">The county.</param>
/// <param name="Year">Year of the work points; null where they name none.</param>
/// <param name="Bodies">The bodies that it is for; empty for papers to all.</param>
/// <param name="Number">发文字号; null where it has none yet.</param>
/// <param name="DocumentId">The ledger's paper; null where it does not have it.</param>
internal sealed record PaperHeadView(
    string Identity, string Kind, string KindName, string Title, int Revision, string County, int? Year, IReadOnlyList<string> Bodies, string? Number, Guid? DocumentId);

/// <summary>A plan to choose.</summary>
internal sealed record PlanChoice(Guid Id, string Title, int? Year, string County)
{
    /// <summary>The plan as it is shown.</summary>
    public static PlanChoice Of(WorkPlan plan) => new(plan.Id, plan.Title, plan.Year, plan.County);
}

/// <summary>A managed region.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tag">Tag of its content control.</param>
/// <param name="Title">What people call it.</param>
/// <param name="State">How it stands to the tasks.</param>
/// <param name="Places">In how many places it stands, all texts together.</param>
/// <param name="Before">Its words as the program last wrote them, a line for each paragraph.</param>
/// <param name="Text">Its words as they stand.</param>
/// <param name="Now">Its words as the newest tasks have them.</param>
/// <param name="IsTagged">Whether its control still bears the tag; without, Word cannot find it and it must be replaced by hand.</param>
internal sealed record RegionView(string Name, string Tag, string Title, RegionState State, int Places, string Before, string Text, string Now, bool IsTagged)
{
    /// <summary>The region as it is shown.</summary>
    public static RegionView Of(string paper, RegionReport region) => new(
        region.Name, new RegionTag(paper, region.Name).ToString(), region.Title, region.State, region.Copies, region.Written, region.Found, region.Fresh, region.IsTagged);
}

/// <summary>What Word is to do to bring a paper up to date.</summary>
/// <param name="Record">The custom XML part once all changes are made.</param>
/// <param name="Revision">The paper's revision then.</param>
/// <param name="Changes">The regions to replace, in the order of the paper.</param>
/// <param name="Left">The regions that do not say what the tasks say and are left.</param>
internal sealed record PaperUpdateView(string Record, int Revision, IReadOnlyList<RegionChangeView> Changes, IReadOnlyList<RegionView> Left);

/// <summary>What a region is to become.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tag">Tag of its content control.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Was">Its words as they stood when this was asked; a copy that says something else is not meant.</param>
/// <param name="Ooxml">Its new content without the control, as flat OPC.</param>
/// <param name="Text">Its new words.</param>
internal sealed record RegionChangeView(string Name, string Tag, string Title, string? Was, string Ooxml, string Text);

/// <summary>What the format checker found.</summary>
/// <param name="Layout">Layout of the paper in Chinese.</param>
/// <param name="Errors">How many findings break what the standard requires.</param>
/// <param name="Warnings">How many do not.</param>
/// <param name="Findings">The findings, errors first.</param>
internal sealed record PaperCheckView(string Layout, int Errors, int Warnings, IReadOnlyList<FormatFindingView> Findings)
{
    /// <summary>The report as it is shown.</summary>
    public static PaperCheckView Of(FormatReport report) => new(report.Layout, report.Errors, report.Warnings, [.. report.Findings.Select(FormatFindingView.Of)]);
}

/// <summary>One thing that is not as a rule has it.</summary>
/// <param name="RuleId">Id of the rule.</param>
/// <param name="Clause">Clause of GB/T 9704-2012, article of the 条例, or empty for a custom.</param>
/// <param name="Strength">How strongly the rule binds.</param>
/// <param name="Severity">error for what the standard requires, else warning.</param>
/// <param name="Paragraph">The paragraph from 1, counted in the body outside tables and text boxes, empty ones too; null elsewhere.</param>
/// <param name="Table">The table from 1; null elsewhere.</param>
/// <param name="Place">The place in Chinese.</param>
/// <param name="Text">The first words there; empty where there are none.</param>
/// <param name="Message">What is wrong, a Chinese sentence.</param>
/// <param name="Fixable">Whether it can be repaired without touching a word.</param>
/// <param name="Key">By which its repair is asked for, as long as the place says the same.</param>
internal sealed record FormatFindingView(
    string RuleId, string Clause, Strength Strength, Severity Severity, int? Paragraph, int? Table, string Place, string Text, string Message, bool Fixable, string Key)
{
    /// <summary>The finding as it is shown.</summary>
    public static FormatFindingView Of(FormatFinding finding) => new(
        finding.RuleId, finding.Clause, finding.Strength, finding.Severity, finding.Place.Paragraph, finding.Place.Table, finding.Place.Text, finding.Place.First,
        finding.Message, finding.Fixable, finding.Key);
}
