namespace YiyuanSafety.Filing.Drives;

/// <summary>The names that a place consists of. A place never leads out of its drive's root, however it is written.</summary>
internal static class PlaceNames
{
    /// <summary>The names, from the root on.</summary>
    /// <exception cref="DriveException">One of them leads elsewhere, or can be no name.</exception>
    public static string[] Of(string place)
    {
        var names = place.Split('/', StringSplitOptions.RemoveEmptyEntries);

        // Windows leaves out dots and blanks at the end: “.. ” would be “..” there.
        return names.Any(name => name.TrimEnd('.', ' ').Length == 0 || name.AsSpan().IndexOfAny(@"\*?:") >= 0)
            ? throw new DriveException(DriveCodes.Invalid, $"“{place}”不是归档位置里的位置。请用“/”分隔各级文件夹，不要用“..”和 \\ : * ?。")
            : names;
    }
}
