using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>Signs and numbers in the text, and what the 条例 asks; all warnings.</summary>
internal static partial class WordingRules
{
    private static readonly Part[] Text = [Part.Body, Part.Heading1, Part.Heading2, Part.Heading3, Part.Heading4];

    [GeneratedRegex(@"[一-鿿]{1,12}[\[［【（(﹝]\d{4}[\]］】）)﹞]第?\d+号", RegexOptions.None, 500)]
    private static partial Regex WrongBrackets { get; }

    [GeneratedRegex(@"^(\d{1,3}、|[（(]([一二三四五六七八九十]{1,3}|\d{1,3})[）)]\s*[、.．]|[一二三四五六七八九十]{1,3}[.．，,]|第[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\))", RegexOptions.None, 500)]
    private static partial Regex WrongNumberMark { get; }

    [GeneratedRegex(@"[一-鿿》”）][,;:!?][一-鿿《“（]|[一-鿿]\([^()]{0,30}[一-鿿][^()]{0,30}\)|[一-鿿]""|[０-９]", RegexOptions.None, 500)]
    private static partial Regex HalfWidth { get; }

    [GeneratedRegex(@"\d{1,2}月\d{1,2}号(?!文)", RegexOptions.None, 500)]
    private static partial Regex SpokenDay { get; }

    [GeneratedRegex(@"[，。；：、！？,;:!?.]", RegexOptions.None, 500)]
    private static partial Regex TitleMark { get; }

    [GeneratedRegex(@"(?<!\d)['’]?\d{2}年\d{1,2}月|(?<![\d.])\d+(\.\d+)?[-~～—至]\d+(\.\d+)?%", RegexOptions.None, 500)]
    private static partial Regex ShortYear { get; }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("I-02", "7.2.5", Derived, "引用文号时年份用六角括号〔〕", new SlipCheck("年份用六角括号，如“源安委发〔2021〕7号”", WrongBrackets, Text)),
        new("I-04", "", Practice, "序号后的标点：汉字用顿号，阿拉伯数字用下圆点，带括号的不加标点，括号用全角", new SlipCheck("“一、”“（一）”“1.”“（1）”“第一，”", WrongNumberMark, Text)),
        new("I-05", "", Practice, "汉字之间用全角标点，数字用半角", new SlipCheck("全角标点、半角数字", HalfWidth, Text)),
        new("I-05", "", Practice, "日期用“日”，不用“号”", new SlipCheck("如“3月5日”", SpokenDay, Text)),
        new("I-06", "", Practice, "标题中除书名号、引号、括号外不用标点，末尾不用标点", new SlipCheck("不用标点", TitleMark, Part.Title)),
        new("I-07", "", Practice, "年份不简写，范围两端都带百分号", new SlipCheck("如“2021年3月”“5%至10%”", ShortYear, Text)),
        new("T-01", "条例第八条、第九条", Practice, "标题由发文机关名称、事由和文种组成", new WholePaper(GenreChecks.Title)),
        new("T-01", "条例第九条", Practice, "公文应有的要素", new WholePaper(GenreChecks.Elements)),
        new("T-03", "条例第十五条", Practice, "上行文的规则", new WholePaper(GenreChecks.Upwards)),
        new("T-05", "条例第十六条", Practice, "部门不得向下级党委、政府发布指令性公文；需经政府同意的，文中注明", new WholePaper(GenreChecks.Downwards)),
    ];
}
