namespace YiyuanSafety.Host.Triggers;

/// <summary>File names out of names of blobs, which have folders in them, and now and then percent signs for Chinese.</summary>
internal static class BlobNames
{
    private const int Longest = 255;
    private const string Unnamed = "未命名文件";

    /// <summary>The file's name: the last segment, decoded, without control characters; never empty.</summary>
    public static string FileName(string blob)
    {
        // What is no code of a character stays as it is: 完成50%.docx is a good name.
        var name = Uri.UnescapeDataString(blob).Replace('\\', '/').TrimEnd('/');
        name = new string([.. name[(name.LastIndexOf('/') + 1)..].Where(letter => !char.IsControl(letter))]).Trim();

        // The ending tells formats apart, so the beginning goes.
        if (name.Length > Longest)
            name = name[^(char.IsLowSurrogate(name[^Longest]) ? Longest - 1 : Longest)..];
        return name is "" or "." or ".." ? Unnamed : name;
    }
}
