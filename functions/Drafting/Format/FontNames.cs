namespace YiyuanSafety.Drafting.Format;

/// <summary>Names of the typefaces. The standard names kinds of type; these are the fonts that offices have for them. None is shipped.</summary>
public static class FontNames
{
    /// <summary>仿宋: body text (5.2.2).</summary>
    public const string FangSong = "仿宋_GB2312";

    /// <summary>楷体: second-level headings and signers (7.2.6, 7.3.3).</summary>
    public const string Kai = "楷体_GB2312";

    /// <summary>黑体: first-level headings, attachment labels, table heads (7.3.3, 7.3.7).</summary>
    public const string Hei = "黑体";

    /// <summary>小标宋: issuer mark and title (7.2.4, 7.3.1).</summary>
    public const string XiaoBiaoSong = "方正小标宋简体";

    /// <summary>宋体: page numbers (7.5).</summary>
    public const string Song = "宋体";
}
