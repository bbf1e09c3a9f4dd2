namespace YiyuanSafety.Bench.Letters;

/// <summary>How an engine writes its tags.</summary>
/// <param name="Name">Its name, and the template's file name.</param>
/// <param name="Value">A field of the letter.</param>
/// <param name="If">Begin and end of what is printed when a field is true.</param>
/// <param name="RowValue">A field of a row.</param>
/// <param name="Loop">What stands before the first and behind the last text of the repeated row.</param>
/// <param name="Around">Rows before and after the repeated one, each by its first cell's text; null for none.</param>
internal sealed record TagSyntax(
    string Name,
    Func<string, string> Value,
    Func<string, (string Begin, string End)> If,
    Func<string, string> RowValue,
    (string Begin, string End) Loop,
    (string? Before, string? After) Around)
{
    public static TagSyntax Own { get; } = new("own", name => $"{{{{ {name} }}}}", name => ($"{{{{ if {name} }}}}", "{{ end }}"),
        name => $"{{{{ row.{name} }}}}", ("{{ for row in rows }}", "{{ end }}"), (null, null));

    public static IReadOnlyList<TagSyntax> All { get; } =
    [
        Own,
        Braces("docxtemplater"),
        Braces("easy-template-x"),
        new("docx-templates", name => $"+++INS {name}+++", name => ($"+++IF {name}+++", "+++END-IF+++"),
            name => $"+++INS $row.{name}+++", ("", ""), ("+++FOR row IN rows+++", "+++END-FOR row+++")),
        new("carbone", name => $"{{d.{name}}}", name => ($"{{d.{name}:ifEQ(true):showBegin}}", $"{{d.{name}:showEnd}}"),
            name => $"{{d.rows[i].{name}}}", ("", ""), (null, "{d.rows[i+1].number}")),
    ];

    private static TagSyntax Braces(string name) => new(name, field => $"{{{field}}}", field => ($"{{#{field}}}", $"{{/{field}}}"),
        field => $"{{{field}}}", ("{#rows}", "{/rows}"), (null, null));
}
