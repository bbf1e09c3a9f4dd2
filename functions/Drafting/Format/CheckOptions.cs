using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Format;

/// <summary>How to check.</summary>
public sealed record CheckOptions
{
    /// <summary>Name of the file, for messages.</summary>
    public string File { get; init; } = "文件.docx";

    /// <summary>Fonts of the office; others of the same kind are accepted as well.</summary>
    public FontSet Fonts { get; init; } = new();

    /// <summary>Whether papers are sealed (7.3.5.1) or not (7.3.5.2); null to judge from the paper.</summary>
    public bool? Seal { get; init; }

    /// <summary>What is too much to read.</summary>
    public CheckLimits Limits { get; init; } = new();
}
