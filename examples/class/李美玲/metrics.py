# 作業八 評估指標  姓名：李美玲
import numpy as np


def accuracy(y, y_pred):
    # 預測對的 / 全部
    對 = 0
    for a, b in zip(y, y_pred):
        if a == b:
            對 += 1
    return 對 / len(y)


def 數一數(y, y_pred):
    tp = fp = fn = tn = 0
    for 真, 猜 in zip(y, y_pred):
        if 真 == 1 and 猜 == 1:
            tp += 1
        elif 真 == 0 and 猜 == 1:
            fp += 1
        elif 真 == 1 and 猜 == 0:
            fn += 1
        else:
            tn += 1
    return tp, fp, fn, tn


def precision(y, y_pred):
    tp, fp, fn, tn = 數一數(y, y_pred)
    if tp + fn == 0:
        return 0.0
    return tp / (tp + fn)   # 真的是正類的裡面，抓到幾個


def recall(y, y_pred):
    tp, fp, fn, tn = 數一數(y, y_pred)
    if tp + fp == 0:
        return 0.0
    return tp / (tp + fp)   # 猜是正類的裡面，對了幾個


def f1_score(y, y_pred):
    p = precision(y, y_pred)
    r = recall(y, y_pred)
    if p + r == 0:
        return 0.0
    return 2 * p * r / (p + r)


def r2_score(y, y_hat):
    平均 = sum(y) / len(y)
    上面 = sum((a - b) ** 2 for a, b in zip(y, y_hat))
    下面 = sum((a - 平均) ** 2 for a in y)
    return 1 - 上面 / 下面
