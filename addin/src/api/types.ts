import type { components } from './schema';

type Schemas = components['schemas'];

/** One page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

export type Archive = Schemas['ArchiveView'];
export type Body = Schemas['BodyView'];
export type BulletinRequest = Schemas['BulletinRequest'];
export type Collected = Schemas['CollectedView'];
export type Correction = Schemas['CorrectionView'];
export type Counts = Schemas['CountsView'];
export type Deadline = Schemas['DeadlineView'];
export type Directory = Schemas['DirectoryView'];
export type Document = Schemas['DocumentView'];
export type Drive = Schemas['DriveView'];
export type DriveFolder = Schemas['DriveFolderView'];
export type Evidence = Schemas['EvidenceView'];
export type Field = Schemas['FieldView'];
export type Figures = Schemas['FiguresView'];
export type Filing = Schemas['FilingView'];
export type FilingPreview = Schemas['FilingPreviewView'];
export type FilingRequest = Schemas['FilingRequest'];
export type Finding = Schemas['FindingView'];
export type History = Schemas['HistoryView'];
export type Import = Schemas['ImportView'];
export type Info = Schemas['InfoView'];
export type IssueRequest = Schemas['IssueRequest'];
export type Job = Schemas['JobView'];
export type JobItem = Schemas['JobItemView'];
export type Letter = Schemas['LetterView'];
export type LetterState = Schemas['PaperState'];
export type LetterStep = Schemas['LetterStep'];
export type Matrix = Schemas['MatrixView'];
export type Me = Schemas['MeView'];
export type NamedCounts = Schemas['NamedCountsView'];
export type Part = Schemas['PartView'];
export type Party = Schemas['PartyView'];
export type Plan = Schemas['PlanView'];
export type Problem = Schemas['ProblemDetails'];
export type Progress = Schemas['ProgressView'];
export type Proposal = Schemas['ProposalView'];
export type ReplyRequest = Schemas['ReplyRequest'];
export type Report = Schemas['ReportView'];
export type ReportChange = Schemas['ReportChange'];
export type ReportState = Schemas['ReportState'];
export type ReportsAnswer = Schemas['ReportsAnswer'];
export type Role = Schemas['PartyRole'];
export type Standing = Schemas['Standing'];
export type Task = Schemas['TaskView'];
export type TaskChange = Schemas['TaskChange'];
export type Template = Schemas['TemplateView'];
export type TemplateCheck = Schemas['TemplateCheckView'];
export type Trend = Schemas['TrendView'];
