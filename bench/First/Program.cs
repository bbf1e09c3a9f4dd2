using YiyuanSafety.Bench.Letters;
using YiyuanSafety.Drafting.Templating;

// From process start to the first letter: the runtime starts, one template is compiled, one letter is written.
using var docx = File.OpenRead(args[0]);
using var output = File.Create(args[1]);
WordTemplate.Compile(docx, "letter.docx", typeof(Letter)).Render(Letter.Of(20), output);
