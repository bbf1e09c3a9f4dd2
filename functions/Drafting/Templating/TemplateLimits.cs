namespace YiyuanSafety.Drafting.Templating;

/// <summary>What one template and one rendering may cost. A template comes from a person's disk, so nothing in it is trusted.</summary>
/// <param name="FileBytes">Size of the .docx file, bytes.</param>
/// <param name="PartBytes">Size of one unpacked part, bytes; Word's own body texts stay far below.</param>
/// <param name="PackageBytes">Size of all parts unpacked, bytes.</param>
/// <param name="Entries">Number of parts.</param>
/// <param name="Depth">Nesting of XML elements.</param>
/// <param name="Tags">Number of tags in one part.</param>
/// <param name="LoopSteps">Loop steps in one part of one rendering, all loops together.</param>
/// <param name="ListLength">Length of a range or list that a template makes itself.</param>
/// <param name="TextLength">Length of one text that a template puts together, characters.</param>
/// <param name="OutputBytes">Size of one rendered part before compression, bytes.</param>
/// <param name="Time">Time for one rendering.</param>
/// <param name="RegexTime">Time for one regular expression.</param>
public sealed record TemplateLimits(
    int FileBytes = 32 << 20,
    int PartBytes = 32 << 20,
    int PackageBytes = 128 << 20,
    int Entries = 2_000,
    int Depth = 200,
    int Tags = 10_000,
    int LoopSteps = 500_000,
    int ListLength = 100_000,
    int TextLength = 1_000_000,
    long OutputBytes = 256L << 20,
    TimeSpan? Time = null,
    TimeSpan? RegexTime = null)
{
    /// <summary>The limits used when none are given: 32 MB a part, 500 000 loop steps, 256 MB of output, 4 seconds.</summary>
    public static TemplateLimits Default { get; } = new();

    /// <summary><see cref="Time"/>, or 4 seconds.</summary>
    public TimeSpan RenderTime => Time ?? TimeSpan.FromSeconds(4);

    /// <summary><see cref="RegexTime"/>, or 1 second.</summary>
    public TimeSpan ExpressionTime => RegexTime ?? TimeSpan.FromSeconds(1);
}
