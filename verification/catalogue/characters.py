"""Traditional and variant characters that authorities use for our messages' own.

Only what occurs in the catalogue's messages and in the phrases around them;
this is no general converter.
"""

_VARIANTS = (
    "与與 业業 个個箇 为為爲 书書 务務 于於 云雲 产產産 从從 传傳 余餘 内內 册冊 写寫 别別 办辦 "
    "动動 区區 历歷曆 参參 发發髮 变變 台臺 号號 后後 启啟啓 员員 国國 图圖 处處 复復複 "
    "实實 审審 对對 尽盡儘 尝嘗 并並併 应應 库庫 开開 当當 态態 户戶戸 抢搶 择擇 拦攔 挡擋 换換 "
    "据據 采採 数數 无無 时時 显顯 暂暫 机機 构構 检檢 汇匯彙 没沒 测測 状狀 现現 电電 码碼 确確 "
    "称稱 移迻 类類 系係繫 级級 组組 织織 绑綁 结結 绝絕 统統 维維 续續 缀綴 网網 联聯 职職 脸臉 "
    "腾騰 范範 获獲 补補 规規 认認 议議 讯訊 访訪 证證証 识識 诉訴 词詞 试試 询詢 该該 误誤 请請 "
    "谢謝 败敗 账賬帳帐 费費 资資 转轉 输輸 过過 进進 违違 选選 销銷 锁鎖 错錯 问問 "
    "间間 陆陸 险險 页頁 项項 颁頒 额額 风風 驳駁 验驗 制製 注註 升昇陞 订訂 权權 单單 报報"
)

TO_SIMPLIFIED = str.maketrans(
    {variant: group[0] for group in _VARIANTS.split() for variant in group[1:]}
)
