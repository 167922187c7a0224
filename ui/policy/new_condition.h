// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace cs::ui {

class DraftKeeper;

/// Conditions to begin with, as one line of JSON, with ids that stand nowhere in the draft. They ask more than nothing:
/// what is still open in them is a finding.
class NewCondition final {
public:
    /// @param gate its name; its ids begin with @p prefix, "cp".
    NewCondition(DraftKeeper& keeper, std::string gate, std::string prefix);
    std::string approval() const;
    std::string check(const QString& kind) const;
    /// @param kind "all" or "any".
    std::string group(const std::string& kind, const std::string& node) const;
    /// Around a condition: it is asked where the first tag has its strictest value.
    std::string whenTags(const std::string& node) const;

private:
    std::string freeId(const std::string& name) const;
    std::string firstRole() const;
    std::string accountableRole() const;
    DraftKeeper& m_keeper;
    std::string m_gate, m_prefix;
};

} // namespace cs::ui
