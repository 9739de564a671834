package de.quartierwerk.ingestion.space;

/** Conditions in HQL on the space that a row of another feature is about. */
public final class SpaceConditions {
    private SpaceConditions() {}

    /**
     * The space lies in one of the areas of the parameter {@code :areas}, an array.
     *
     * @param space attribute with the space's key, {@code e.area}
     */
    public static String inAreas(String space) {
        return exists(space, "cast(sql('? && cast(? as text[])', s.path, :areas) as Boolean) = true");
    }

    /**
     * The space lies in the space of the parameter {@code :space}.
     *
     * @param space attribute with the space's key, {@code e.area}
     */
    public static String inSpace(String space) {
        return exists(space, "cast(sql('? = any(?)', :space, s.path) as Boolean) = true");
    }

    /**
     * One of the areas of the parameter {@code :keys}, a collection, lies in the space.
     *
     * @param space attribute with the space's key, {@code e.area}
     */
    public static String aroundAreas(String space) {
        return "exists (select 1 from SpaceRow a where a.key in :keys and cast(sql('? = any(?)', " + space
                + ", a.path) as Boolean) = true)";
    }

    private static String exists(String space, String condition) {
        return "exists (select 1 from SpaceRow s where s.key = " + space + " and " + condition + ")";
    }
}
