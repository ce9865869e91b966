//! ends: limit memory | timeout time
{
    var m = new HashMap<Object, Object>();
    for (long i = 0; ; i++) m.put(i, new HashMap<>(m));
}
