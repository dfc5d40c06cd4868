"""Words that decide what a text says, and words that say nothing; data for matching only.

All in the canonical words of synonyms.py.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_OURS = _words(
    """
    海外 港澳台 联系人 证件号码 位数 名称 类型 人脸 公安 电子信息 审核机构 查询结果 限制词汇
    后缀 转移码 信息模板 域名证书 身份信息 身份核验 证件信息 格式 大小 采集 命名 续费 转入 转出
    取消 控制台 拦截 网站 注销 账号 二维码 余额 不清晰 不完整 不一致 失败 成功 有误 未提交 过期
    到期 超时 新颁发 无法识别 不支持 尚未接入 不可用 无法转入 为空 非法 参数 产品 clienthold
    serverhold 锁定状态 抢注 暂停解析 升级 拒绝 法定代表人 注册局 注册商 command syntax xml
    schema 是否 上传中 查找不到 违规 投诉
    """
)

# What other messages are about: none of ours is about these.
_OTHERS = _words(
    """
    手机 邮箱 邮件 验证码 密码 登录 地址 电话 传真 邮编 银行卡 发票 备案 签名 签字 公章 盖章
    授权书 承诺函 退款 付款 支付 实名制 年龄 性别 国籍 黑白 水印 反光 涂改 伪造 篡改 真实
    注册失败 过户 赎回 冻结 仲裁 纠纷 即将 临近 快要 将要 避免 防止 以免 谨防 预防 如果 假如
    倘若 怎么 如何 什么 吗 解析 服务器 学历 驾驶证 户口 经营范围 社保 工单 订单 合同 未成年 军官
    签证 注册资本 经办人 通行证 有效期 恢复 解决 解除 消除 重复 数量 上限 次数 频繁 网络 修复
    处理完 已处理 排除 除外 风险 黑名单 dns whois 缴费 欠费 年检 吊销 挂失 补办 遗失 开户 税务
    贷款 考试 社交 快递 物流 门票 航班 课程 体检
    """
)

# Words that a message and a wording must share for one to be taken for the other.
KEYS = _OURS + _OTHERS

# Words that a wording may have and a message may lack; the other way round they are KEYS.
SOFT_KEYS = _words(
    """
    清晰 完整 一致 正确 变更 遮挡 无遮挡
    """
)

# The KEYS that complain. A wording without any only asks for something.
COMPLAINTS = _words(
    """
    不清晰 不完整 不一致 失败 有误 未提交 过期 超时 新颁发 非法 无法识别 不支持 尚未接入 不可用
    无法转入 为空 海外 查找不到 抢注 限制词汇 clienthold serverhold 暂停解析 拦截 取消 拒绝
    command xml
    """
)

# A text that has one of these where a wording has not, or lacks one, may say the opposite.
TURNING = frozenset("不未没无非勿否吗么如若免防莫")

# Left out on both sides.
FILLERS = _words(
    """
    的 了 您 你 您的 你的 该 贵 之 上面 所 本 其 方面 情况 问题 存在 现象 目前 当前 系统检测到
    经核实 经审核 经查 我们发现 显示 提示 所示 请 烦请 麻烦 存在着 出现 一下
    """
)

# What a request beside a complaint names, without complaining itself.
REQUESTED = _words(
    """
    类型 名称 证件号码 彩色 清晰 完整 无遮挡 遮挡 含有 包含 照片 选择 谨慎 注册 新建 其他 重试
    """
)

# Around messages; a clause of nothing else asks for no reason.
BOILERPLATE = _words(
    """
    请 烦请 敬请 建议 尽快 及时 仔细 认真 重新 检查 修改 核对 提交 重新提交 审核 失败 实名认证
    实名 认证 申请 后 再 并 按 要求 规范 填写 资料 信息 相关 有关 相应 域名 注册者 用户 您 尊敬
    你好 您好 很抱歉 抱歉 对不起 感谢 谢谢 配合 支持 理解 原因 如下 为 是 由于 因 因此 所以 故
    特此 通知 知悉 驳回 退回 拒绝 不予 通过 意见 结果 系统 提示 错误 代码 编号 工单 号 如有 疑问
    请联系 联系 客服 在线 咨询 拨打 热线 登录 控制台 查看 详情 详细 说明 参见 参考 帮助 文档
    直接 同时 另外 此外 首先 其次 最后 第一 第二 第三 还有 以及 并且 而且 且 或 和 与 及 等 有
    已 被 本次 此次 当前 目前 我们 我司 审核机构 注册局 机构 反馈 返回 回复 消息 状态 完善 更换
    确认 无误 正确 符合 一致 信息模板 模板 时间 日期 谅解 给 带来 不便 有误 问题 处理 操作 尝试
    稍后 稍候 进行 完成 方可 即可 以便 若 如 需 须 应 将 可 在 于 对 到 也 还 都 均 个 工作日
    多次 无法转入 解除锁定后 待 天 日 原因1 原因2 证件 图片 核验 有效 的 了 之 所 该 error
    message reason failed fail failure please check resubmit and the submit again code
    verification real name review result rejected msg info status your you retry is was for of
    to a com cn
    """
)
