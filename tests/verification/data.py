"""Invented identities with right check digits."""

NAME = "张三"
NUMBER = "11010519491231002X"
OTHER_NUMBER = "440524188001010014"
COMPANY = "北京示例科技有限公司"
CREDIT_CODE = "91350100M000100Y43"
