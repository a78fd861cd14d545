package io.devfile.registry.toolkit.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The symbolic links of a tree, and where they lead, through each other, as an operating system follows them. */
final class TreeLinks {

    /** As many as Linux follows. */
    private static final int HOPS = 40;

    private final Map<List<String>, String> targets = new HashMap<>();

    /** @throws UnsafeTreeException where the target is nothing that can stay within a tree */
    void add(TreePath link, String target) throws UnsafeTreeException {
        TreePath.checkCharacters(target);
        if (target.isEmpty() || target.startsWith("/") || target.matches("(?s)[A-Za-z]:.*")) {
            throw leaves(link.parts(), target);
        }
        targets.put(link.parts(), target);
    }

    boolean has(TreePath link) {
        return targets.containsKey(link.parts());
    }

    /**
     * Those below a directory, by their paths from it.
     *
     * @throws UnsafeTreeException where one of them leads out of that directory
     */
    Map<TreePath, String> below(TreePath root) throws UnsafeTreeException {
        int depth = root.parts().size();
        TreeLinks inner = new TreeLinks();
        targets.forEach((link, target) -> {
            if (link.size() > depth && link.subList(0, depth).equals(root.parts())) {
                inner.targets.put(List.copyOf(link.subList(depth, link.size())), target);
            }
        });
        Map<TreePath, String> checked = new HashMap<>();
        for (var link : inner.targets.entrySet()) {
            if (inner.leadsOut(link.getKey())) {
                throw leaves(link.getKey(), link.getValue());
            }
            checked.put(new TreePath(link.getKey()), link.getValue());
        }
        return checked;
    }

    private boolean leadsOut(List<String> link) {
        Deque<String> place = new ArrayDeque<>(link.subList(0, link.size() - 1));
        Deque<String> rest = new ArrayDeque<>(List.of(targets.get(link).split("/")));
        int hops = 1;
        while (!rest.isEmpty()) {
            String part = rest.pop();
            if (part.equals("..")) {
                if (place.pollLast() == null) {
                    return true;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                place.addLast(part);
                String target = targets.get(List.copyOf(place));
                if (target != null) {
                    if (++hops > HOPS) {
                        return false; // leads in circles, so nowhere
                    }
                    place.removeLast();
                    List<String> further = new ArrayList<>(List.of(target.split("/")));
                    Collections.reverse(further);
                    further.forEach(rest::push);
                }
            }
        }
        return false;
    }

    private static UnsafeTreeException leaves(List<String> link, String target) {
        return new UnsafeTreeException(
                "the link " + TreePath.shown(String.join("/", link)) + " to " + TreePath.shown(target)
                        + " leads out of the tree",
                "Make it relative, to something in the same tree, or remove it.");
    }
}
