namespace YiyuanSafety.Drafting.Templating;

/// <summary>A Word template compiled once and rendered many times, from several threads if need be.</summary>
public sealed class WordTemplate
{
    private WordTemplate()
    {
    }

    /// <summary>Compiles a template.</summary>
    /// <param name="docx">The template file.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <param name="model">The draft-model record whose <see cref="FieldAttribute"/> properties are the fields, in snake_case.</param>
    public static WordTemplate Compile(Stream docx, string name, Type model) => throw new NotSupportedException();

    /// <summary>Writes the document for one draft.</summary>
    public void Render(object draft, Stream output) => throw new NotSupportedException();
}
