using System.Text.Encodings.Web;
using System.Text.Json;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Host.Cli;

/// <summary>The fields of a kind of template, for a person or for a program.</summary>
internal static class TemplateFieldsPage
{
    private const string Indent = "  ";

    /// <summary>Prints them nested: a record's fields below it, a list's fields with the loop that gives them.</summary>
    public static void Print(WordKind kind, TextWriter output)
    {
        output.WriteLine($"{kind.Name}的模板（{kind.File}）可以用的字段。用法：{{{{ 字段名 }}}}");
        foreach (var field in TemplateFields.Of(kind.Model))
        {
            var depth = Depth(field.Name);
            var meaning = field.Sample.Length > 0 ? $"{field.Meaning}，如：{field.Sample}" : field.Meaning;
            output.WriteLine($"{string.Concat(Enumerable.Repeat(Indent, depth))}{Written(field.Name)}  {meaning}{(field.IsList ? Loop(field.Name) : "")}");
        }
    }

    /// <summary>Writes them as JSON, nested.</summary>
    public static void WriteJson(WordKind kind, Stream output)
    {
        var fields = TemplateFields.Of(kind.Model);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Id);
            json.WriteString("name", kind.Name);
            json.WriteString("file", kind.File);
            json.WriteStartArray("fields");
            var at = 0;
            while (at < fields.Count)
                at = WriteField(json, fields, at);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static int WriteField(Utf8JsonWriter json, IReadOnlyList<TemplateField> fields, int at)
    {
        var field = fields[at];
        json.WriteStartObject();
        json.WriteString("name", Last(field.Name));
        json.WriteString("meaning", field.Meaning);
        if (field.Sample.Length > 0)
            json.WriteString("sample", field.Sample);
        json.WriteBoolean("list", field.IsList);
        at++;
        if (at < fields.Count && Depth(fields[at].Name) > Depth(field.Name))
        {
            json.WriteStartArray("fields");
            while (at < fields.Count && Depth(fields[at].Name) > Depth(field.Name))
                at = WriteField(json, fields, at);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        return at;
    }

    private static int Depth(string name) => name.Count(c => c == '.');

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Below a list, fields hang on the loop's variable, which is named after the list.
    private static string Written(string name)
    {
        var list = name.LastIndexOf("[].", StringComparison.Ordinal);
        return list < 0 ? name : Variable(name[..list]) + name[(list + 2)..];
    }

    private static string Loop(string name) => $"（列表，用 {{{{ for {Variable(name)} in {Written(name)} }}}} … {{{{ end }}}} 逐个列出）";

    private static string Variable(string list)
    {
        var name = Last(list);
        return name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
            : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1]
            : "one_" + name;
    }
}
