using System.IO.Compression;
using System.Text;
using Scriban.Syntax;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>A Word template compiled once and rendered many times, from several threads if need be.</summary>
public sealed class WordTemplate
{
    // Same draft, same bytes: nothing of a paper depends on when it was made.
    private static readonly DateTimeOffset Timestamp = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _name;
    private readonly IReadOnlyList<TemplatePart> _parts;
    private readonly TemplateLimits _limits;

    private WordTemplate(string name, IReadOnlyList<TemplatePart> parts, TemplateLimits limits) => (_name, _parts, _limits) = (name, parts, limits);

    /// <summary>Compiles a template.</summary>
    /// <param name="docx">The template file.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <param name="model">The draft-model record whose <see cref="FieldAttribute"/> properties are the fields, in snake_case.</param>
    /// <param name="limits">How far it may go; null for the defaults.</param>
    /// <exception cref="TemplateException">The template has faults; all of them are told at once.</exception>
    public static WordTemplate Compile(Stream docx, string name, Type model, TemplateLimits? limits = null)
    {
        limits ??= new TemplateLimits();
        return new WordTemplate(name, TemplateCompiler.Compile(docx, name, model, limits), limits);
    }

    /// <summary>Writes the document for one draft.</summary>
    /// <exception cref="TemplateException">A tag fails for this draft, or the template goes beyond its limits.</exception>
    public void Render(object draft, Stream output)
    {
        var fields = DraftObject.Of(draft);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, true);
        foreach (var part in _parts)
        {
            var entry = zip.CreateEntry(part.Name, CompressionLevel.Fastest);
            entry.LastWriteTime = Timestamp;
            using var stream = entry.Open();
            stream.Write(part.Program is { } program ? Encoding.UTF8.GetBytes(Render(program, fields)) : part.Bytes);
        }
    }

    private string Render(Scriban.Template program, Scriban.Runtime.ScriptObject fields)
    {
        var text = new StringBuilder();
        try
        {
            var sandbox = new Sandbox(_limits, text);
            sandbox.PushGlobal(fields);
            program.Render(sandbox);
        }
        catch (ScriptRuntimeException e)
        {
            throw new TemplateException([new TemplateProblem("template-failed", _name, 0, "", "", $"模板填写失败：{e.OriginalMessage}。请检查模板中的标签。")], e);
        }

        return text.ToString();
    }
}
