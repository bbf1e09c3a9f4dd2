namespace YiyuanSafety.Drafting.Templating;

/// <summary>A part of a rendered document that is made from its text, when that is there: the one in which a paper carries its record.</summary>
/// <param name="Name">Path of the part in the template.</param>
/// <param name="Write">Makes the part's content from the rendered main part, UTF-8.</param>
public sealed record CustomPart(string Name, Func<ReadOnlyMemory<byte>, byte[]> Write);
