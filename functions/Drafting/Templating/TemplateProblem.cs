namespace YiyuanSafety.Drafting.Templating;

/// <summary>One thing in a template that its editor must put right.</summary>
/// <param name="Code">Stable code, see <see cref="TemplateCodes"/>.</param>
/// <param name="File">The template's file name.</param>
/// <param name="Part">Where in the file: 正文, 页眉, 页脚, 脚注, 尾注, or a part's name.</param>
/// <param name="Paragraph">Ordinal of the paragraph in that part from 1, table cells and text boxes counted; 0 for the whole file.</param>
/// <param name="ParagraphText">The paragraph as typed, shortened.</param>
/// <param name="Tag">The tag as typed; empty when the problem is not in a tag.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record TemplateProblem(
    string Code, string File, string Part, int Paragraph, string ParagraphText, string Tag, string Message)
{
    /// <summary>The whole sentence, as 第 3 段 {{ task.deadlin }}：没有这个字段，是否为 task.deadline？</summary>
    public override string ToString()
    {
        var place = Paragraph == 0 ? Part : Part is "" or "正文" ? $"第 {Paragraph} 段" : $"{Part}第 {Paragraph} 段";
        var head = string.Join(' ', new[] { place, Tag }.Where(s => s.Length > 0));
        return head.Length == 0 ? Message : $"{head}：{Message}";
    }
}
