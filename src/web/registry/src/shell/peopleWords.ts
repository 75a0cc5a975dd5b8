import { learn } from './words';

/** Of the page of accounts: said as all words are, once it is loaded. */
const ofPeople = {
  link: ['关联', 'Link'],
  unlink: ['取消关联', 'End the link'],
  linkSubject: ['请填写“{name}”在统一认证中的标识(其登录时页面所示):', 'The id of “{name}” at the provider, as the sign-in page told it:'],
  linked: ['账户“{name}”已关联统一认证。', 'The account “{name}” is linked to the provider.'],
  unlinked: ['账户“{name}”已取消关联,并已退出登录。', 'The account “{name}” is no longer linked, and is signed out.'],
  unlinkPerson: ['取消账户“{name}”的统一认证关联?其登录会话将退出。', 'End the link of “{name}” to the provider? They are signed out.'],
  atProvider: ['统一认证', 'At the provider'],
  factorReset: ['停用动态口令', 'End second factor'],
  factorResetFor: ['停用账户“{name}”的动态口令?', 'Take the second factor of “{name}” away?'],
  factorGone: ['账户“{name}”的动态口令已停用。', 'The second factor of “{name}” is taken away.'],
  accounts: ['账户', 'Accounts'],
  tokens: ['令牌(供其他系统使用)', 'Tokens for programs'],
  noTokens: ['没有令牌。', 'There are no tokens.'],
  districtCode: ['行政区', 'District'],
  office: ['单位', 'Agency'],
  agencyNamed: ['单位(编制部门必填)', 'Agency (of a department)'],
  lastSignIn: ['最近登录', 'Last sign-in'],
  never: ['从未', 'Never'],
  grant: ['授予角色', 'Grant a role'],
  granted: ['已授予账户“{name}”角色。', 'The account “{name}” has its role.'],
  notGranted: ['待授予', 'not granted yet'],
  post: ['管理岗位(三员分立)', 'Post (administrators apart)'],
  noPost: ['不分岗位', 'All'],
  renewLink: ['重发链接', 'New link'],
  end: ['停用', 'End'],
  endedOn: ['已停用 {day}', 'Ended {day}'],
  endPerson: ['停用账户“{name}”?其连接将立即断开。', 'End the account “{name}”? Its connections are closed at once.'],
  successor: ['移交给', 'Handed over to'],
  nobody: ['不移交', 'Nobody'],
  handedTo: ['移交给{name}', 'handed over to {name}'],
  personEnded: ['账户“{name}”已停用。', 'The account “{name}” is ended.'],
  linkFor: [
    '请将此链接交给“{name}”,用其设置密码。链接只显示这一次,只能使用一次。',
    'Give this link to “{name}”, who chooses a password by it. It is shown this once and works once.',
  ],
  addPerson: ['新增账户', 'Add an account'],
  addToken: ['签发令牌', 'Make a token'],
  tokenName: ['名称', 'Name'],
  tokenFor: ['令牌“{name}”,只显示这一次:', 'The token “{name}”, shown this once:'],
  revokeToken: ['停用令牌“{name}”?', 'Revoke the token “{name}”?'],
  tokenRevoked: ['令牌“{name}”已停用。', 'The token “{name}” is revoked.'],
} as const satisfies Record<string, readonly [string, string]>;

export type PeopleWords = typeof ofPeople;

learn(ofPeople);
