package de.quartierwerk.registry.spaceimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares all staged rows of an import with the registry at once: finds the faults that only the registry shows, and
 * what each row would do. Changes nothing but the staged rows and the findings.
 *
 * <p>Each statement joins a staged row {@code t} to itself by its place in the table ({@code ctid}). Its effort then
 * grows with the number of rows, whatever number the planner expects.
 */
@ApplicationScoped
class RowComparisonStatements {
    /** The import {@code i}, its rows {@code r}, and what has the row's key {@code c} on its first day. */
    private static final String ROWS_AND_CURRENT = """
            from space_import i
            join space_import_row r on r.import_id = i.id
            left join space c on c.key = r.key and daterange(c.valid_from, c.valid_to, '[]') @> r.valid_from
            """;
    /** The same with the parent {@code p}, if it is valid on that day. */
    private static final String ROWS_AND_PARENT = ROWS_AND_CURRENT
            + "left join space p on p.key = r.parent and daterange(p.valid_from, p.valid_to, '[]') @> r.valid_from\n";

    private static final String ADD_FINDING =
            "insert into space_import_finding (import_id, row, key, code, severity, value, arguments)\n";

    private final Jdbi jdbi;
    private final FreshBoundaryStatements fresh;

    RowComparisonStatements(Jdbi jdbi, FreshBoundaryStatements fresh) {
        this.jdbi = jdbi;
        this.fresh = fresh;
    }

    /** Finds the faults that need no boundary. */
    void findFaults(UUID id) {
        rejectFaultyRows(id);
        findUnknownParents(id);
        findParentsThatAreNotLarger(id);
        findParentsOfOtherHierarchies(id);
        findKeysOfOtherLevels(id);
        findMissingAttributes(id);
        findUnknownParts(id);
        findPartsInCircles(id);
        rejectFaultyRows(id);
        orderSpans(id);
        findSpansThatReachIntoTheNext(id);
    }

    /** Says of each row what it does. */
    void conclude(UUID id) {
        rejectFaultyRows(id);
        orderSpans(id);
        fresh.forgetThoseThatStay(id);
        decide(id);
    }

    /** Rows whose space would lie, or lies, outside the caller's areas. */
    long countOutside(UUID id) {
        return jdbi.withHandle(
                handle -> handle.select("""
                        select count(*) from space_import i join space_import_row r on r.import_id = i.id
                        where i.id = ? and not i.everywhere and r.effect in ('created', 'updated', 'unchanged')
                            and (not r.path && i.areas or not coalesce(r.current_path, r.path) && i.areas)
                        """, id).mapTo(Long.class).one());
    }

    /** What becomes of the rows, of which some may have been left out before. */
    Counts counts(UUID id, int received) {
        return jdbi.withHandle(handle -> handle.select("""
                        select count(*) filter (where effect = 'created') as created,
                            count(*) filter (where effect = 'updated') as updated,
                            count(*) filter (where effect = 'unchanged') as unchanged
                        from space_import_row where import_id = ?
                        """, id)
                .map((row, context) -> {
                    int created = row.getInt("created");
                    int updated = row.getInt("updated");
                    int unchanged = row.getInt("unchanged");
                    return new Counts(received, created, updated, unchanged, received - created - updated - unchanged);
                })
                .one());
    }

    /** Where the file does not speak of parents, each space keeps its own. */
    void keepParentsWhereFileIsSilent(UUID id) {
        update(
                """
                update space_import_row t set parent = c.parent
                """
                        + ROWS_AND_CURRENT
                        + "where i.id = ? and not i.parent_stated and c.id is not null"
                        + " and t.ctid = r.ctid",
                id);
    }

    private void findUnknownParents(UUID id) {
        update(
                ADD_FINDING
                        + "select i.id, r.row, r.key, 'parent-unknown', 'error', r.parent,"
                        + " array[r.parent, r.valid_from::text]\n"
                        + ROWS_AND_PARENT
                        + "where i.id = ? and r.effect is null and r.parent is not null and p.id is null",
                id);
    }

    private void findParentsThatAreNotLarger(UUID id) {
        update(
                ADD_FINDING
                        + "select i.id, r.row, r.key, 'parent-not-larger', 'error', r.parent,"
                        + " array[r.parent, p.level, i.level]\n"
                        + ROWS_AND_PARENT
                        + "join space_level larger on larger.code = p.level"
                        + " join space_level own on own.code = i.level"
                        + " where i.id = ? and r.effect is null and larger.rank >= own.rank",
                id);
    }

    private void findParentsOfOtherHierarchies(UUID id) {
        update(
                ADD_FINDING
                        + "select i.id, r.row, r.key, 'parent-other-hierarchy', 'error', r.parent,"
                        + " array[r.parent, p.level, i.level]\n"
                        + ROWS_AND_PARENT
                        + "join space_level larger on larger.code = p.level"
                        + " join space_level own on own.code = i.level"
                        + " where i.id = ? and r.effect is null"
                        + " and larger.hierarchy not in (own.hierarchy, 'administrative')",
                id);
    }

    /** Attributes that every space of the level has; a partial file may leave those out that the space has already. */
    private void findMissingAttributes(UUID id) {
        update(ADD_FINDING + """
                select i.id, r.row, r.key, 'attribute-missing', 'error', null, array[a.value ->> 'name']
                """ + ROWS_AND_CURRENT + """
                join space_level own on own.code = i.level
                cross join lateral jsonb_array_elements(own.attributes) a
                where i.id = ? and r.effect is null and a.value ->> 'required' = 'true'
                  and (r.attributes || case when i.partial then coalesce(c.attributes, '{}') else '{}' end)
                    ->> (a.value ->> 'name') is null
                """, id);
    }

    private void findKeysOfOtherLevels(UUID id) {
        update(
                ADD_FINDING
                        + "select i.id, r.row, r.key, 'key-of-other-level', 'error', r.key,"
                        + " array[r.key, c.level, c.valid_from::text]\n"
                        + ROWS_AND_CURRENT
                        + "where i.id = ? and r.effect is null and c.level <> i.level",
                id);
    }

    /** Spaces of another division of which a row's space shall consist, but which are neither there nor in the file. */
    private void findUnknownParts(UUID id) {
        update(ADD_FINDING + """
                select i.id, r.row, r.key, 'consists-of-unknown', 'error', part.key, array[part.key, r.valid_from::text]
                from space_import i join space_import_row r on r.import_id = i.id cross join lateral
                """ + parts("r.attributes") + """
                part (key)
                where i.id = ? and r.attributes ->> 'consistsOf' is not null and part.key <> ''
                  and not exists (select from space s
                    where s.key = part.key and daterange(s.valid_from, s.valid_to, '[]') @> r.valid_from)
                  and not exists (select from space_import_row o where o.import_id = i.id and o.key = part.key)
                """, id);
    }

    /** Rows whose space would consist of itself, over however many steps, or of what it lies in. */
    private void findPartsInCircles(UUID id) {
        update(
                ADD_FINDING + """
                select i.id, r.row, r.key, 'consists-of-circle', 'error', circle.key, array[circle.key]
                """ + ROWS_AND_PARENT
                        + """
                cross join lateral (
                    with recursive reached (key) as (
                        select part.key from %s part (key)
                        union
                        select part.key from reached x
                        left join space_import_row o on o.import_id = i.id and o.key = x.key
                        left join space s on s.key = x.key and daterange(s.valid_from, s.valid_to, '[]') @> r.valid_from
                        cross join lateral %s part (key))
                    select key from reached where key = r.key or key = any(coalesce(p.path, '{}')) limit 1) circle
                where i.id = ? and r.attributes ->> 'consistsOf' is not null
                """.formatted(parts("r.attributes"), parts("coalesce(o.attributes, s.attributes)")),
                id);
    }

    private static String parts(String attributes) {
        return "unnest(regexp_split_to_array(btrim(" + attributes + " ->> 'consistsOf'), '[\\s,;|]+'))";
    }

    private void rejectFaultyRows(UUID id) {
        update("""
                update space_import_row r set effect = 'rejected'
                where r.import_id = ? and exists (select from space_import_finding f
                    where f.import_id = r.import_id and f.row = r.row and f.severity = 'error')
                """, id);
    }

    /** Tells rows of one key, which are spans that follow one another, where their neighbours begin. */
    private void orderSpans(UUID id) {
        update("""
                update space_import_row t set prev_from = o.prev_from, next_from = o.next_from
                from (select r.ctid as place, lag(r.valid_from) over spans as prev_from,
                        lead(r.valid_from) over spans as next_from
                    from space_import i join space_import_row r on r.import_id = i.id
                    where i.id = ? and i.varying and r.effect is null
                    window spans as (partition by r.key order by r.valid_from)) o
                where t.ctid = o.place
                  and (t.prev_from is distinct from o.prev_from or t.next_from is distinct from o.next_from)
                """, id);
    }

    /** Programs that let a span end on the day on which the next one begins mean the day before. */
    private void findSpansThatReachIntoTheNext(UUID id) {
        update(ADD_FINDING + """
                select r.import_id, r.row, r.key, 'validity-overlaps', 'warning', r.ends::text,
                    array[r.ends::text, r.next_from::text, (r.next_from - 1)::text]
                from space_import_row r where r.import_id = ? and r.effect is null and r.ends >= r.next_from
                """, id);
    }

    /**
     * Says what the rows do and completes them by what stays as it is: attributes that a partial file does not mention,
     * the extent where the boundary is not another one; and says in which span of validity the row's state will hold. A
     * row that divides a span after an earlier row of the file always begins a span of its own, since what holds before
     * it is what that row says.
     */
    private void decide(UUID id) {
        update("""
                update space_import_row t set
                    effect = case when c.id is null then 'created'
                        when coalesce(r.prev_from < c.valid_from, true)
                            and c.name = r.name and c.parent is not distinct from r.parent and c.attributes = new.attributes
                            and c.short_name is not distinct from new.short_name
                            and c.valid_to is not distinct from new.valid_to and f.row is null then 'unchanged'
                        else 'updated' end,
                    path = coalesce(p.path, '{}') || r.key,
                    current_id = c.id,
                    current_path = c.path,
                    short_name = new.short_name,
                    splits = c.valid_from < r.valid_from,
                    attributes = new.attributes,
                    area_square_metres = case when f.row is null then c.area_square_metres else r.area_square_metres end,
                    lon = case when f.row is null then c.lon else r.lon end,
                    lat = case when f.row is null then c.lat else r.lat end,
                    label_lon = case when f.row is null then c.label_lon else r.label_lon end,
                    label_lat = case when f.row is null then c.label_lat else r.label_lat end,
                    west = case when f.row is null then c.west else r.west end,
                    south = case when f.row is null then c.south else r.south end,
                    east = case when f.row is null then c.east else r.east end,
                    north = case when f.row is null then c.north else r.north end,
                    valid_to = least(new.valid_to, r.next_from - 1)
                """ + ROWS_AND_PARENT + """
                left join space_import_fresh f on f.import_id = r.import_id and f.row = r.row
                cross join lateral (select case when i.partial then coalesce(c.attributes, '{}') || r.attributes
                    else r.attributes end,
                    case when c.id is not null and not i.ends_stated then c.valid_to else least(r.ends,
                        (select min(n.valid_from) - 1 from space n where n.key = r.key and n.valid_from > r.valid_from))
                        end, coalesce(r.short_name, c.short_name)) new (attributes, valid_to, short_name)
                where i.id = ? and r.effect is null and t.ctid = r.ctid
                """, id);
    }

    private void update(String statement, UUID id) {
        jdbi.useHandle(handle -> handle.execute(statement, id));
    }
}
