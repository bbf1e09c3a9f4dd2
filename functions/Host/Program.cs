using YiyuanSafety.Host.Cli;

return CommandLine.Run(args);
