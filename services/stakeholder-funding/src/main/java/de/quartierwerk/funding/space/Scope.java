package de.quartierwerk.funding.space;

import de.quartierwerk.kit.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller may see beside what is published: everything, what lies in some areas, and what belongs to the
 * organisation that the caller speaks for.
 *
 * @param everywhere whether there is no limit
 * @param areas keys of the spaces whose subtrees the caller sees
 * @param organisation key of the actor that the caller speaks for; empty where there is none
 */
public record Scope(boolean everywhere, List<String> areas, String organisation) {

    /** Nothing but what is published. */
    public static final Scope PUBLIC = new Scope(false, List.of(), "");

    /** Copies the areas. */
    public Scope {
        areas = List.copyOf(areas);
    }

    /** The caller's organisation, and the caller's areas if the caller has one of the roles. */
    public static Scope of(Caller caller, String... roles) {
        String organisation = caller.organisation().orElse("");
        return caller.hasAny(roles)
                ? new Scope(caller.everywhere(), List.copyOf(caller.areas()), organisation)
                : new Scope(false, List.of(), organisation);
    }

    /**
     * HQL condition that one of the spaces lies in the caller's areas. No space stands for the whole installation,
     * which only those see who may act everywhere. The two operators are PostgreSQL's own, since HQL's array functions
     * find neither the index on the key nor the type of the areas.
     *
     * @param spaces path of an array of space keys, e.g. {@code o.spaces}
     */
    public static String touches(String spaces) {
        return "(:everywhere = true or exists (select 1 from Space s where cast(sql('? = any(?)', s.key, " + spaces
                + ") as Boolean) = true and cast(sql('? && cast(? as text[])', s.path, :areas) as Boolean) = true))";
    }

    /** The parameters of a query: {@code everywhere}, {@code areas}, {@code organisation} and its own ones. */
    public Map<String, Object> and(Map<String, Object> own) {
        Map<String, Object> parameters = new HashMap<>(own);
        parameters.put("everywhere", everywhere);
        parameters.put("areas", areas.toArray(String[]::new));
        parameters.put("organisation", organisation);
        return parameters;
    }
}
