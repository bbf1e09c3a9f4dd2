using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace YiyuanSafety.Host.Office;

/// <summary>The fonts that a PDF was really set in, against those that were asked for.</summary>
internal static class FontsUsed
{
    // What the font files of the names that papers use call themselves inside.
    private static readonly Dictionary<string, string[]> InsideNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["仿宋_GB2312"] = ["FangSong_GB2312", "仿宋_GB2312"],
        ["仿宋"] = ["FangSong", "仿宋"],
        ["楷体_GB2312"] = ["KaiTi_GB2312", "楷体_GB2312"],
        ["楷体"] = ["KaiTi", "楷体"],
        ["黑体"] = ["SimHei", "黑体"],
        ["宋体"] = ["SimSun", "NSimSun", "宋体"],
        ["方正小标宋简体"] = ["FZXBSJW", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong", "方正小标宋简体"],
        ["方正仿宋_GBK"] = ["FZFSK", "FZFangSong-Z02"],
        ["方正小标宋_GBK"] = ["FZXBSK", "FZXiaoBiaoSong-B05"],
        ["方正黑体_GBK"] = ["FZHTK", "FZHei-B01"],
        ["方正楷体_GBK"] = ["FZKTK", "FZKai-Z03"],
    };

    /// <summary>Names of the fonts in a PDF, without the letters that mark a subset.</summary>
    public static IReadOnlySet<string> Of(FileInfo pdf)
    {
        using var document = PdfDocument.Open(pdf.FullName);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // LibreOffice embeds what it set type in, and nothing else; asking every letter for its font takes far longer.
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (document.Structure.GetObject(reference).Data is DictionaryToken font
                && font.TryGet(NameToken.Type, out NameToken type) && type.Data == NameToken.Font.Data
                && font.TryGet(NameToken.BaseFont, out NameToken name))
                used.Add(Plain(name.Data));
        }

        return used;
    }

    /// <summary>Those asked for that are not among those used.</summary>
    public static IEnumerable<string> Missing(IEnumerable<string> asked, IReadOnlySet<string> used) =>
        asked.Where(name => !InsideNames.GetValueOrDefault(name, [name]).Any(inside => used.Any(font => Same(inside, font))));

    /// <summary>Those used that nobody asked for: they stand in.</summary>
    public static IEnumerable<string> StandIns(IEnumerable<string> asked, IReadOnlySet<string> used) =>
        used.Where(font => !asked.Any(name => InsideNames.GetValueOrDefault(name, [name]).Any(inside => Same(inside, font))));

    // A style follows the name: TimesNewRomanPS-BoldMT, SimSun,Bold.
    private static bool Same(string inside, string font) =>
        Bare(font).StartsWith(Bare(inside), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private static string Plain(string name) => name.Length > 7 && name[6] == '+' ? name[7..] : name;
}
