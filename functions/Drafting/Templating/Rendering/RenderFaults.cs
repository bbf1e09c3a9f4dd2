using Scriban.Parsing;
using Scriban.Syntax;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Says in Chinese at which tag a rendering failed, and why.</summary>
internal static class RenderFaults
{
    /// <summary>The exception for a failure inside Scriban or of the output.</summary>
    public static TemplateException Of(string file, PartProgram program, TemplateLimits limits, SourceSpan current, Exception fault)
    {
        var span = fault is ScriptRuntimeException runtime ? runtime.Span : current;
        var tag = program.TagAt(span.Start.Offset);
        var (code, message) = Explain(Innermost(fault), fault.Message, limits);
        var problem = new TemplateProblem(code, file, program.Place, tag?.Paragraph.Number ?? 0, tag?.Paragraph.Text ?? "", tag?.Typed ?? "", message);
        return new TemplateException([problem], fault);
    }

    private static Exception Innermost(Exception fault) => fault is ScriptRuntimeException { InnerException: { } inner } ? Innermost(inner) : fault;

    private static (string, string) Explain(Exception fault, string text, TemplateLimits limits)
    {
        bool Says(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (fault is OutputLimitException)
            return (TemplateCodes.RenderLimit, $"生成的内容超过 {limits.OutputBytes >> 20} MB，请检查循环。");
        if (fault is LabelTooLongException label)
            return (TemplateCodes.RenderLimit, $"内容控件的标记有 {label.Length} 字，Word 只接受 {LabelTooLongException.Longest} 字，请缩短。");
        if (fault is OperationCanceledException or ScriptAbortException || Says("aborted"))
            return (TemplateCodes.RenderLimit, $"生成超过 {limits.RenderTime.TotalSeconds:0.#} 秒，已停止，请检查循环。");
        if (Says("LoopLimit") || Says("iteration limit"))
            return (TemplateCodes.RenderLimit, $"循环次数太多（每个列表不超过 {limits.ListLength} 项，合计不超过 {limits.LoopSteps} 次），已停止，请检查循环条件。");
        if (Says("LimitToString") || Says("exceeds"))
            return (TemplateCodes.RenderLimit, $"拼接出的文字或数字太长（超过 {limits.TextLength} 字），已停止。");
        if (Says("recursive"))
            return (TemplateCodes.RenderLimit, "嵌套层数太多，已停止。");
        return (TemplateCodes.RenderFailed, "这个标签用在这份数据上算不出结果，请检查值的类型和函数的参数。");
    }
}
