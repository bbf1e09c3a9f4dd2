using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>The kinds of type that the standard names.</summary>
internal enum Family
{
    FangSong,
    Kai,
    Hei,
    XiaoBiaoSong,
    Song,
}

/// <summary>Which fonts belong to a kind. The standard names kinds, not files, so any maker's font will do.</summary>
internal static class Families
{
    /// <summary>Whether a font is of a kind.</summary>
    public static bool Has(Family family, string font, FontSet own)
    {
        if (font.Equals(Name(family, own), StringComparison.OrdinalIgnoreCase))
            return true;
        var isXiaoBiaoSong = Any(font, "小标宋", "XiaoBiaoSong", "XBS");
        var isFangSong = Any(font, "仿宋", "FangSong");
        return family switch
        {
            Family.FangSong => isFangSong,
            Family.Kai => Any(font, "楷", "KaiTi", "SimKai"),
            Family.Hei => Any(font, "黑体", "SimHei", "HeiTi"),
            Family.XiaoBiaoSong => isXiaoBiaoSong,
            _ => Any(font, "宋体", "SimSun", "Song") && !isXiaoBiaoSong && !isFangSong,
        };
    }

    /// <summary>The office's font of a kind.</summary>
    public static string Name(Family family, FontSet own) => family switch
    {
        Family.FangSong => own.FangSong,
        Family.Kai => own.Kai,
        Family.Hei => own.Hei,
        Family.XiaoBiaoSong => own.XiaoBiaoSong,
        _ => own.Song,
    };

    /// <summary>The kind in Chinese.</summary>
    public static string Of(Family family) => family switch
    {
        Family.FangSong => "仿宋",
        Family.Kai => "楷体",
        Family.Hei => "黑体",
        Family.XiaoBiaoSong => "小标宋",
        _ => "宋体",
    };

    private static bool Any(string font, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (font.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
