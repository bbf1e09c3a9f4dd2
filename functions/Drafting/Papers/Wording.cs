using System.Globalization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>How papers put dates, numbers, names and quotations into words.</summary>
public static class Wording
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>Room to write in by hand: that many characters wide.</summary>
    public static string Blank(int characters) => new('　', characters);

    /// <summary>The value, or room for it where it is not known.</summary>
    public static string OrBlank(string value, int characters) => value.Length > 0 ? value : Blank(characters);

    /// <summary>成文日期 in Arabic digits, full year, no leading zeros (7.3.5.4); with room to write where there is none.</summary>
    public static string Date(DateOnly? date) => date is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
        : $"{Blank(2)}年{Blank(1)}月{Blank(1)}日";

    /// <summary>
    /// 发文字号: code, year in full in 〔〕, number without 第 and leading zeros (7.2.5). The number is left open until it is taken:
    /// when the paper is issued, not when it is drafted.
    /// </summary>
    public static string IssueNumber(string code, int? year, int? serial = null) =>
        $"{OrBlank(code, 4)}〔{year?.ToString("D4", CultureInfo.InvariantCulture) ?? Blank(2)}〕{serial?.ToString(CultureInfo.InvariantCulture) ?? Blank(1)}号";

    /// <summary>A heading number: 一 for 1. Beyond ten, Arabic digits.</summary>
    public static string Ordinal(int number) =>
        number <= Ordinals.Length ? Ordinals[number - 1] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a paper in 《》, marks inside it changed to 〈〉 (GB/T 15834). A name that has its own outer marks keeps them.</summary>
    public static string Cite(string name)
    {
        var bare = IsMarked(name) ? name[1..^1] : name;
        return $"《{bare.Replace('《', '〈').Replace('》', '〉')}》";
    }

    /// <summary>Words in “”, marks inside them changed to ‘’ (GB/T 15834).</summary>
    public static string Quote(string words) => $"“{words.Replace('“', '‘').Replace('”', '’')}”";

    /// <summary>序号 before an item of a list. A text that begins with a figure would run into it: 1.11月底前.</summary>
    public static string Mark(int number, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}.{(text.Length > 0 && char.IsDigit(text[0]) ? " " : "")}");

    /// <summary>Names side by side.</summary>
    public static string Join(IEnumerable<string> names) => string.Join('、', names);

    private static bool IsMarked(string name) =>
        name.Length > 2 && name[0] == '《' && name.IndexOf('》', StringComparison.Ordinal) == name.Length - 1;
}
