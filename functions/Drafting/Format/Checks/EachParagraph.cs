using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Looks at each paragraph of some parts.</summary>
/// <param name="parts">The parts.</param>
/// <param name="look">Gives what is wrong, or null.</param>
internal sealed class EachParagraph(Part[] parts, Func<CheckedPaper, Paragraph, Fault?> look) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        parts.SelectMany(paper.Parts.Of).Select(paragraph => look(paper, paragraph)).OfType<Fault>();
}

/// <summary>Looks at each section.</summary>
internal sealed class EachSection(Func<CheckedPaper, SectionLook, Fault?> look) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        paper.Document.Sections.Select(section => look(paper, section)).OfType<Fault>();
}

/// <summary>Looks at each table of the text.</summary>
internal sealed class EachTable(Func<CheckedPaper, Table, Fault?> look) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        paper.Document.Tables.Where(table => !table.Paragraphs.Any(paragraph => paper.Parts.PartOf(paragraph) != Part.Other))
            .Select(table => look(paper, table)).OfType<Fault>();
}

/// <summary>Looks at the paper as a whole.</summary>
internal sealed class WholePaper(Func<CheckedPaper, IEnumerable<Fault>> look) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper) => look(paper);
}
