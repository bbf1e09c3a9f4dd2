namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>A part grew beyond the limit; told to the user as a <see cref="TemplateException"/>.</summary>
internal sealed class OutputLimitException(long maximum) : Exception($"输出超过 {maximum} 字节");
