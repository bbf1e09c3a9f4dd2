using System.Text;
using System.Xml;
using Scriban;
using Scriban.Parsing;
using YiyuanSafety.Drafting.Templating.Fields;
using YiyuanSafety.Drafting.Templating.Lifting;
using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Package;
using YiyuanSafety.Drafting.Templating.Rendering;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Compiles one part that holds text: body, header, footer, notes.</summary>
internal sealed class StoryCompiler(Type model, TemplateLimits limits, ProblemList problems, UsedIdReader ids)
{
    /// <summary>The program, or null when the part has no tags or has problems.</summary>
    public PartProgram? Compile(ZipPart part, string place, byte[] bytes)
    {
        if (Text(bytes) is not { } xml)
            return null;
        var root = MarkupReader.Parse(xml);
        if (Names.Of(xml, root) is not { } names)
        {
            problems.Add(TemplateCodes.BrokenPart, 0, "", "", "部件不是 Word 的内容格式，请用 Word 另存为 .docx。");
            return null;
        }
        ids.Read(xml, root, names);
        var tags = TagReader.Read(xml, root, names, problems);
        foreach (var tag in tags)
            CheckSyntax(tag);
        if (tags.Count > limits.Tags)
            problems.Add(TemplateCodes.TooLarge, 0, "", "", $"标签超过 {limits.Tags} 个，请拆分模板。");
        if (tags.Count == 0 || Lifter.Lift(xml, root, names, tags, problems) is not { } pieces)
        {
            // Names are checked all the same, so that the editor sees everything at once.
            foreach (var tag in tags)
                CheckAlone(tag);
            return null;
        }
        var program = PartProgram.Compile(part.Name, place, names.Prefix, pieces, limits);
        if (program.Template.HasErrors || program.Template.Page is not { } page)
        {
            foreach (var message in program.Template.Messages)
            {
                if (program.TagAt(message.Span.Start.Offset) is { } tag)
                    problems.Add(TemplateCodes.Syntax, tag, SyntaxMessages.Of(message.Message, tag));
            }
            return null;
        }
        new NameChecker(model, place == "正文", (code, offset, message) =>
        {
            if (program.TagAt(offset) is { } tag)
                problems.Add(code, tag, message);
        }).Check(page);
        return program;
    }

    private string? Text(byte[] bytes)
    {
        try
        {
            var xml = MarkupReader.Text(bytes);
            MarkupReader.Check(xml, limits.Depth);
            return xml;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException)
        {
            problems.Add(TemplateCodes.BrokenPart, 0, "", "", $"内容已损坏，无法读取（{e.Message}）。请用 Word 打开后另存一次。");
            return null;
        }
    }

    private void CheckSyntax(Tag tag)
    {
        var parsed = Template.Parse(Alone(tag), null, new ParserOptions { ExpressionDepthLimit = limits.Depth });
        if (parsed.HasErrors)
            problems.Add(TemplateCodes.Syntax, tag, SyntaxMessages.Of(parsed.Messages.Count > 0 ? parsed.Messages[0].Message : "", tag));
        else if (tag.Kind >= TagKind.Open && tag.Code.AsSpan().IndexOfAny(";\n") >= 0)
            problems.Add(TemplateCodes.Syntax, tag, "一个标签里只能写一条 if、for、else 或 end，请分开写。");
    }

    private void CheckAlone(Tag tag)
    {
        // Without its loops, only names that are no loop variable can be judged.
        if (tag.Kind is TagKind.Middle or TagKind.Close)
            return;
        var page = Template.Parse(Alone(tag)).Page;
        if (page is null)
            return;
        new NameChecker(model, true, (code, _, message) =>
        {
            if (code is TemplateCodes.UnknownFunction or TemplateCodes.Forbidden)
                problems.Add(code, tag, message);
        }).Check(page);
    }

    private static string Alone(Tag tag)
    {
        var code = $"{{{{ {tag.Code} }}}}";
        return tag.Kind switch
        {
            TagKind.Open when tag.Keyword == "case" => code + "{{ when 1 }}{{ end }}",
            TagKind.Open => code + "{{ end }}",
            TagKind.Middle when tag.Keyword == "when" => $"{{{{ case 1 }}}}{code}{{{{ end }}}}",
            TagKind.Middle => $"{{{{ if true }}}}{code}{{{{ end }}}}",
            TagKind.Close => "{{ if true }}" + code,
            _ => code,
        };
    }
}
