using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Settings of the document and the fonts it names.</summary>
internal static class Settings
{
    /// <summary>word/settings.xml.</summary>
    public static XElement Part() => E(
        "settings",
        Namespaces,
        E("zoom", At("percent", 100)),
        Val("defaultTabStop", TypeFigures.Character),

        // Odd and even pages number themselves at different sides (7.5); without this Word ignores the even footer.
        E("evenAndOddHeaders"),

        // Squeezed punctuation would put more than 28 characters on a line (5.2.3).
        Val("characterSpacingControl", "doNotCompress"),
        E(
            "compat",
            E("compatSetting", At("name", "compatibilityMode"), At("uri", "http://schemas.microsoft.com/office/word"), At("val", 15))),
        E("themeFontLang", At("val", "en-US"), At("eastAsia", "zh-CN")));

    /// <summary>word/fontTable.xml: what stands in where a font is missing. No font is shipped.</summary>
    public static XElement Fonts() => E(
        "fonts",
        Namespaces,
        Font(FontNames.FangSong, "仿宋"),
        Font(FontNames.Kai, "楷体"),
        Font(FontNames.Hei, "SimHei"),
        Font(FontNames.XiaoBiaoSong, "宋体"),
        Font(FontNames.Song, "SimSun"));

    private static XElement Font(string name, string other) => E(
        "font", At("name", name), Val("altName", other), Val("charset", "86"), Val("family", "auto"), Val("pitch", "variable"));
}
