// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices/notice_planner.h"

#include <algorithm>

namespace cs::ui {

bool isQuiet(const NoticeRules& rules, QTime now)
{
    if (!rules.quietFrom.isValid() || !rules.quietTo.isValid() || rules.quietFrom == rules.quietTo) {
        return false;
    }
    if (rules.quietFrom < rules.quietTo) {
        return now >= rules.quietFrom && now < rules.quietTo;
    }
    return now >= rules.quietFrom || now < rules.quietTo; // over midnight
}

NoticePlan planNotice(
    const std::vector<Waiting>& waiting, std::optional<qint64> told, const NoticeRules& rules, QTime now, bool looking)
{
    NoticePlan plan;
    plan.told = told.value_or(-1);
    qint64 newest = plan.told;
    PlannedNotice notice;
    for (const Waiting& item : waiting) {
        if (item.entry <= plan.told) {
            continue;
        }
        ++notice.count;
        if (item.entry >= notice.first.entry) {
            notice.first = item;
        }
        newest = std::max(newest, item.entry);
    }
    if (notice.count == 0) {
        return plan;
    }
    const bool seen = !told.has_value() || looking || !rules.on;
    if (!seen && isQuiet(rules, now)) {
        return plan;
    }
    plan.told = newest;
    if (!seen) {
        plan.notice = notice;
    }
    return plan;
}

} // namespace cs::ui
