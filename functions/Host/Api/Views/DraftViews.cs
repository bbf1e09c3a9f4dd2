using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>One paper to look at before it is made.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Order">The paper.</param>
/// <param name="Number">Whether it is to take a 发文字号 when it is made: what would keep it from that is told. None is taken here.</param>
internal sealed record DraftOneRequest(Guid Plan, PaperOrder Order, bool Number = false);

/// <summary>A paper in words, where its pages cannot be shown.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Title">标题; empty where it has none.</param>
/// <param name="KindName">What people call its kind.</param>
/// <param name="BearsNumber">Whether papers of its kind bear a 发文字号.</param>
/// <param name="Lines">Its words in reading order.</param>
/// <param name="HasPdf">Whether its pages can be shown as PDF.</param>
internal sealed record DraftOutlineView(string Name, string Title, string KindName, bool BearsNumber, IReadOnlyList<OutlineLineView> Lines, bool HasPdf);

/// <summary>A line of a paper.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Text">Its words; of a table a line for each row, with tabs between cells.</param>
internal sealed record OutlineLineView(OutlineStyle Style, string Text);

/// <summary>A paper to be inserted at the cursor.</summary>
/// <param name="Ooxml">Its blocks as flat OPC, with the controls of its regions.</param>
/// <param name="Record">The custom XML part by which its regions can be brought up to date later; empty for none.</param>
/// <param name="Text">Its words, a line for each paragraph.</param>
/// <param name="Title">标题; empty where it has none.</param>
internal sealed record FragmentView(string Ooxml, string Record, string Text, string Title);
