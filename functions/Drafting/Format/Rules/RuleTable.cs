namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>
/// All rules, in the order of the standard. Not among them, since a .docx does not show them before it is laid out, or at all:
/// A-11 (printing and binding), A-12 (regions, used to find the parts), B-05 and C-15 (joint papers: places of several seals),
/// C-14 (signature stamps), C-17 (signature page), C-20 (attachments bound apart), D-06's even page,
/// E-02's blank pages, F-07 (as C-19), G-04 and G-08 (not settled how to read them), H-01 (orders), H-04 (a rule of 1999),
/// I-01 (two other standards), I-03 (not confirmed), T-04, T-06 to T-08 (facts outside the paper).
/// </summary>
internal static class RuleTable
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. PageRules.All, .. HeadRules.All, .. MainRules.All, .. EndRules.All, .. SheetRules.All, .. LetterRules.All, .. WordingRules.All];
}
