package de.quartierwerk.registry.spaceimport;

import org.jspecify.annotations.Nullable;

/** Parents that need no column: one for all, or the first characters of the key. */
final class ParentOfKey {
    private ParentOfKey() {}

    /** The parent's key, if there is one; a key that is too short is a fault of the row. */
    static @Nullable String parent(@Nullable ParentRule rule, @Nullable String key, RowCheck check) {
        if (rule == null) {
            return null;
        }
        Integer prefix = rule.prefixOfKey();
        if (prefix == null) {
            return rule.key();
        }
        if (key == null || key.length() == prefix) {
            return key;
        }
        if (key.length() < prefix) {
            check.fault("key-too-short", key, prefix.toString());
            return null;
        }
        return key.substring(0, prefix);
    }
}
