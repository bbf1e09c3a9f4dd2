namespace YiyuanSafety.Drafting.Regions;

/// <summary>What one region of an open paper becomes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tag">Tag of its control.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Was">Its words as found; a copy that says something else is not meant.</param>
/// <param name="Ooxml">Its new content without the control, as flat OPC.</param>
/// <param name="Text">Its new words.</param>
public sealed record RegionUpdate(string Name, string Tag, string Title, string Was, string Ooxml, string Text);

/// <summary>What Word is to do to bring an open paper up to date.</summary>
/// <param name="Record">The paper's custom XML part once all changes are made.</param>
/// <param name="Revision">Its revision then.</param>
/// <param name="Changes">The regions to replace, in the order of the paper.</param>
/// <param name="Left">The regions that do not say what the tasks say and are left.</param>
public sealed record PaperUpdate(string Record, int Revision, IReadOnlyList<RegionUpdate> Changes, IReadOnlyList<RegionReport> Left);
