namespace YiyuanSafety.WorkPoints;

/// <summary>The JSON form of an extraction: what <c>extract --json</c> prints and <c>tasks.json</c> holds.</summary>
public static class WorkPointsJson
{
    /// <summary>Writes the document as indented UTF-8 without a byte order mark, Chinese unescaped.</summary>
    public static void Write(WorkPointsDocument document, Stream output) => throw new NotSupportedException();
}
