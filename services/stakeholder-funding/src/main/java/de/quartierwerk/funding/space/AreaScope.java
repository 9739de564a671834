package de.quartierwerk.funding.space;

import de.quartierwerk.kit.identity.Caller;
import java.util.Arrays;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * The part of the data that a caller may see, as parameters of a query: everything, or what lies in some areas.
 *
 * @param everywhere whether there is no limit
 * @param areas keys of the spaces whose subtrees are seen
 */
public record AreaScope(boolean everywhere, List<String> areas) {

    /** Copies the areas. */
    public AreaScope {
        areas = List.copyOf(areas);
    }

    /** The caller's areas if the caller has one of the roles, nothing otherwise. */
    public static AreaScope of(Caller caller, String... roles) {
        return caller.hasAny(roles)
                ? new AreaScope(caller.everywhere(), Arrays.asList(caller.areaArray()))
                : new AreaScope(false, List.of());
    }

    /**
     * A condition on a table that has {@code spaces text[]}; no space stands for the whole installation, which only
     * those see who may act everywhere.
     *
     * @param alias of the table in the query
     */
    public static String condition(String alias) {
        return "(:everywhere or exists (select 1 from space s where s.key = any(" + alias
                + ".spaces) and s.path && cast(:areas as text[])))";
    }

    /** Sets the parameters of {@link #condition}. */
    public <T> NativeQuery<T> bind(NativeQuery<T> query) {
        return query.setParameter("everywhere", everywhere).setParameter("areas", areas.toArray(String[]::new));
    }
}
