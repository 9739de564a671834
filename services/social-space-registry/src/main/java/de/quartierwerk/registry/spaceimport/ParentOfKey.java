package de.quartierwerk.registry.spaceimport;

/** Parents that need no column: one for all, or the first characters of the key. */
final class ParentOfKey {
    private ParentOfKey() {}

    /** The parent's key, or null where there is none; a key that is too short is a fault of the row. */
    static String parent(ParentRule rule, String key, RowCheck check) {
        if (rule == null) {
            return null;
        }
        if (rule.key() != null) {
            return rule.key();
        }
        if (key == null || key.length() == rule.prefixOfKey()) {
            return key;
        }
        if (key.length() < rule.prefixOfKey()) {
            check.fault("key-too-short", key, rule.prefixOfKey().toString());
            return null;
        }
        return key.substring(0, rule.prefixOfKey());
    }
}
