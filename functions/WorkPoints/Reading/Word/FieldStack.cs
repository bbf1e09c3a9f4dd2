namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Complex fields open at a place: between begin and separate stands the instruction, then the printed result.</summary>
internal sealed class FieldStack
{
    private const int MostNested = 64;

    private readonly List<bool> _inResult = [];

    /// <summary>True where text is printed: in no field, or in the result of every open one.</summary>
    public bool Prints { get; private set; } = true;

    /// <summary>Takes in a <c>w:fldChar</c>.</summary>
    public void Take(string? type)
    {
        if (type == "begin" && _inResult.Count < MostNested)
            _inResult.Add(false);
        else if (type == "separate" && _inResult.Count > 0)
            _inResult[^1] = true;
        else if (type == "end" && _inResult.Count > 0)
            _inResult.RemoveAt(_inResult.Count - 1);
        Prints = !_inResult.Contains(false);
    }

    /// <summary>A field that lacks its separator must not swallow the paragraphs after it.</summary>
    public void EndParagraph()
    {
        if (Prints)
            return;
        _inResult.RemoveAll(inResult => !inResult);
        Prints = true;
    }
}
