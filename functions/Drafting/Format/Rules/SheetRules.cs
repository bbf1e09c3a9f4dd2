using YiyuanSafety.Drafting.Format.Checks;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>Landscape sheets (8) and tables.</summary>
internal static class SheetRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("F-01", "8", Required, "A4 横版表格随版心一起转 90 度，表头朝向与装订相符", new EachSection(PageChecks.Landscape)),
        new("F-02", "8", Derived, "横版表格的页码位置与公文其他页码保持一致", new EachSection(FooterChecks.Turned)),
        new("F-03", "", Practice, "跨页表格的表头在每页重复", new EachTable(TableChecks.Head)),
        new("F-03", "", Practice, "表头行不跨页断行", new EachTable(TableChecks.HeadWhole)),
        new("F-04", "5.2.1", Derived, "表格不超出版心", new EachTable(TableChecks.Width)),
        new("F-05", "", Practice, "表内文字行距与字号相称", new EachTable(TableChecks.Lines)),
        new("F-06", "", Practice, "表格有框线", new EachTable(TableChecks.Borders)),
        new("T-09", "条例第二十四条", Practice, "需要两个以上部门办理的事项，明确主办部门", new EachTable(TableChecks.Bodies)),
    ];
}
